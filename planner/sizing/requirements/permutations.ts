/** Ordered choices of `k` out of `n`. */
export function permutations(n: number, k: number): number {
  let count = 1;
  for (let i = 0; i < k; i++) count *= n - i;
  return count;
}
