/** One measure as text: what it answers, how it is computed, and when it misleads. */
export type MeasureDefinition = {
  /** Name of the function in this library. */
  readonly key: string;
  readonly name: string;
  readonly question: string;
  readonly formula: string;
  readonly example: string;
  readonly liesWhen: string;
  readonly source: string;
};
