import fc from "fast-check";

export const score = fc.integer({ min: 0, max: 10 });
export const scores = fc.array(score, { maxLength: 60 });

/** So many promoters, passives and detractors. */
export function answersOf(promoters: number, passives: number, detractors: number): number[] {
  return [
    ...Array<number>(promoters).fill(10),
    ...Array<number>(passives).fill(8),
    ...Array<number>(detractors).fill(3),
  ];
}

export const accounts = fc.array(
  fc.record({
    scores: fc.array(score, { maxLength: 4 }),
    revenueMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
  }),
  { maxLength: 20 },
);
