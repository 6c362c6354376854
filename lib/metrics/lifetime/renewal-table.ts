import { checkCount } from "../core/check";

/** Per renewal point, the first one first: how many customers left at it and how many stayed. */
export type RenewalTable = {
  readonly lost: readonly number[];
  readonly kept: readonly number[];
  /** Customers of all cohorts at their start. */
  readonly n: number;
};

export function checkActiveCounts(activeCounts: readonly number[], name: string): void {
  activeCounts.forEach((count, index) => {
    checkCount(count, `${name}[${index}]`);
    if (index > 0 && count > (activeCounts[index - 1] as number))
      throw new RangeError(`${name}[${index}] must not rise`);
  });
}

/** Cohorts laid upon each other by the number of renewals, whenever they began. */
export function renewalTable(cohorts: readonly (readonly number[])[]): RenewalTable {
  const renewals = cohorts.reduce((most, counts) => Math.max(most, counts.length - 1), 0);
  const lost = new Array<number>(renewals).fill(0);
  const kept = new Array<number>(renewals).fill(0);
  for (const counts of cohorts)
    for (let k = 0; k + 1 < counts.length; k += 1) {
      const stayed = counts[k + 1] as number;
      kept[k] = (kept[k] as number) + stayed;
      lost[k] = (lost[k] as number) + (counts[k] as number) - stayed;
    }
  return { lost, kept, n: cohorts.reduce((total, counts) => total + (counts[0] ?? 0), 0) };
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
