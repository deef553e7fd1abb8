/** The workbook that most figures come from, with the fact that quotes its arithmetic: "A5". */
export function calculator(facts: string): string {
  return `Exchange Server Role Requirements Calculator v7.6 (facts ${facts})`;
}
