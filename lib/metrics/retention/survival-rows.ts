import { checkNonNegative } from "../core/check";

/** One account: followed from `entry` (0 by default) to `time`; `event` when it ended there. */
export type SurvivalRow = {
  readonly time: number;
  readonly event: boolean;
  readonly entry?: number;
};

export function checkSurvivalRows(rows: readonly SurvivalRow[], name: string): void {
  rows.forEach(({ time, entry = 0 }, index) => {
    checkNonNegative(time, () => `${name}[${index}].time`);
    checkNonNegative(entry, () => `${name}[${index}].entry`);
    if (entry >= time && entry > 0)
      throw new RangeError(`${name}[${index}].time must come after its entry`);
  });
}

/** Distinct times with an end, ascending. */
export function endTimes(rows: readonly SurvivalRow[]): Float64Array {
  const times = new Set<number>();
  for (const { time, event } of rows) if (event) times.add(time);
  return Float64Array.from(times).sort();
}

/**
 * Risk table: how many are followed at each of some times, and how many end then?
 *
 * Formula: at risk at a time = entered before it (those without a delay: from 0 on) minus those whose
 * time lies before it; ends = rows that ended at or after it and before the next one.
 *
 * @param rows as for `kaplanMeier`
 * @param times ascending
 * @returns two numbers per time
 * Empty: 0 throughout without rows.
 * @throws RangeError never
 * @source Kaplan & Meier (1958), JASA 53
 * @example Array.from(riskTable([{ time: 2, event: true }, { time: 4, event: false }], Float64Array.of(0, 2, 3)).atRisk) // => [2, 2, 1]
 */
export function riskTable(
  rows: readonly SurvivalRow[],
  times: Float64Array,
): { readonly atRisk: Float64Array; readonly ends: Float64Array } {
  const exits = Float64Array.from(rows, ({ time }) => time).sort();
  // Entry 0 is no delay: such an account is at risk even of an end at time 0.
  const entries = Float64Array.from(rows, ({ entry = 0 }) => (entry === 0 ? -1 : entry)).sort();
  const ended = Float64Array.from(
    rows.filter(({ event }) => event),
    ({ time }) => time,
  ).sort();
  const left = countBefore(exits, times);
  const entered = countBefore(entries, times);
  const endedBefore = countBefore(ended, times);
  return {
    atRisk: entered.map((count, index) => count - (left[index] as number)),
    ends: endedBefore.map((count, index) => (endedBefore[index + 1] ?? ended.length) - count),
  };
}

/** Per time how many of the sorted values lie before it, in one walk over both. */
function countBefore(sorted: Float64Array, times: Float64Array): Float64Array {
  let count = 0;
  return times.map((time) => {
    while (count < sorted.length && (sorted[count] as number) < time) count += 1;
    return count;
  });
}
