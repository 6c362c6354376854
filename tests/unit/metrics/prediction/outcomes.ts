import fc from "fast-check";

export type Outcome = { readonly score: number; readonly isRetained: boolean };

/** So many accounts with this score, so many of them retained. */
export function accounts(score: number, retained: number, lost: number): Outcome[] {
  return [
    ...Array.from({ length: retained }, () => ({ score, isRetained: true })),
    ...Array.from({ length: lost }, () => ({ score, isRetained: false })),
  ];
}

/** Ratings 1..5 of 109 scans, 51 of patients and 58 of others: Hanley & McNeil (1982), table 1. */
export const scans = [
  ...accounts(1, 3, 33),
  ...accounts(2, 2, 6),
  ...accounts(3, 2, 6),
  ...accounts(4, 11, 11),
  ...accounts(5, 33, 2),
];

export const anyOutcomes = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 10 }), isRetained: fc.boolean() }),
  { maxLength: 40 },
);

/** Share of pairs of a retained and a lost account in the right order, by looking at every pair. */
export function pairsInOrder(rows: readonly Outcome[]): number {
  const kept = rows.filter(({ isRetained }) => isRetained);
  const lost = rows.filter(({ isRetained }) => !isRetained);
  let right = 0;
  for (const a of kept)
    for (const b of lost) right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
  return right / (kept.length * lost.length);
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("expected a figure");
  return value;
}
