/**
 * A message as text, and back. Electron clones messages structurally; over the browser's debugging protocol they are JSON, so what
 * JSON lacks is tagged. These functions also run in the page, from their source: they use nothing outside themselves.
 */
export function encode(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', value: String(value) };
  if (Array.isArray(value)) return value.map((item) => encode(item));
  if (typeof value === 'object' && value !== null) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.prototype.toString.call(value) !== '[object Object]') {
      throw new TypeError(`The stand-in does not carry ${Object.prototype.toString.call(value)}.`);
    }
    const entries = Object.entries(value).map(([key, item]) => [key, encode(item)] as const);
    return { $: 'object', value: entries };
  }
  if (typeof value === 'bigint') return { $: 'bigint', value: String(value) };
  return value;
}

export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => decode(item));
  if (typeof value !== 'object' || value === null) return value;
  const tagged = value as { $: string; value?: unknown };
  if (tagged.$ === 'undefined') return undefined;
  if (tagged.$ === 'number') return Number(tagged.value);
  if (tagged.$ === 'bigint') return BigInt(String(tagged.value));
  return Object.fromEntries((tagged.value as [string, unknown][]).map(([key, item]) => [key, decode(item)]));
}
