/** A figure in words, under its name. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** Something gives out, or never ends. */
  readonly isBad?: boolean;
}
