import type { CloseColumn, CloseMatrix } from "./close-matrix";
import { emptySums, type Membership, NUMBERS, type Sums } from "./membership";

/**
 * What a rate of revenue adds up, account by account: of each stretch of months with an opening revenue the closing
 * and the opening amounts in pairs, one after the other. Months outside of the base are not there at all, so summing
 * is reading once through the memory.
 */
type PackedBase = {
  /** Of account a the stretches from `stretchesOf[a]` up to `stretchesOf[a + 1]`. */
  readonly stretchesOf: Uint32Array;
  readonly from: Uint16Array;
  readonly until: Uint16Array;
  readonly pairs: Float64Array;
};

export type Retained = {
  readonly opening: CloseColumn;
  readonly closing: CloseColumn;
  /** No more is kept of an account than it had. */
  readonly isGross: boolean;
};

type Column = ArrayLike<number>;

function stretches({ accounts, months }: CloseMatrix, first: number, opening: Column) {
  const stretchesOf = new Uint32Array(accounts + 1);
  const [from, until]: [number[], number[]] = [[], []];
  let cells = 0;
  for (let account = 0; account < accounts; account += 1) {
    stretchesOf[account] = from.length;
    const row = account * months;
    for (let month = first; month < months; month += 1) {
      if (!((opening[row + month] as number) > 0)) continue;
      from.push(month - first);
      while (month < months && (opening[row + month] as number) > 0) month += 1;
      until.push(month - first);
      cells += (until.at(-1) as number) - (from.at(-1) as number);
    }
  }
  stretchesOf[accounts] = from.length;
  return { stretchesOf, from: Uint16Array.from(from), until: Uint16Array.from(until), cells };
}

function pack(matrix: CloseMatrix, first: number, { opening, closing, isGross }: Retained) {
  const [was, is] = [matrix.columns[opening] ?? [], matrix.columns[closing] ?? []];
  const { cells, ...base } = stretches(matrix, first, was);
  const pairs = new Float64Array(2 * cells);
  let at = 0;
  for (let account = 0; account < matrix.accounts; account += 1) {
    const row = account * matrix.months + first;
    const last = base.stretchesOf[account + 1] as number;
    for (let run = base.stretchesOf[account] as number; run < last; run += 1)
      for (let month = base.from[run] as number; month < (base.until[run] as number); month += 1) {
        const [before, now] = [was[row + month] as number, is[row + month] ?? 0];
        pairs[at] = isGross && now > before ? before : now;
        pairs[at + 1] = before;
        at += 2;
      }
  }
  return { ...base, pairs };
}

const packed = new WeakMap<CloseMatrix, Map<string, PackedBase>>();

/** Packed once for all who ask the same of a matrix. */
function baseOf(matrix: CloseMatrix, first: number, rate: Retained): PackedBase {
  const kept = packed.get(matrix) ?? new Map<string, PackedBase>();
  packed.set(matrix, kept);
  const key = JSON.stringify([first, rate]);
  const known = kept.get(key) ?? pack(matrix, first, rate);
  kept.set(key, known);
  return known;
}

/** By group and month from `first` on: closing and opening amounts, and how many accounts had one. */
export function retainedByGroup(
  matrix: CloseMatrix,
  first: number,
  { groupOf, masks }: Membership,
  rate: Retained,
): Sums {
  const shown = matrix.months - first;
  const { stretchesOf, from, until, pairs } = baseOf(matrix, first, rate);
  const amounts = new Float64Array(masks.length * shown * 2);
  // One more where a stretch begins and one less after its end: counted up month by month at last.
  const steps = new Int32Array(masks.length * (shown + 1));
  let next = 0;
  for (let account = 0; account < matrix.accounts; account += 1) {
    const group = groupOf[account] as number;
    const last = stretchesOf[account + 1] as number;
    for (let run = stretchesOf[account] as number; run < last; run += 1) {
      const [begin, end] = [from[run] as number, until[run] as number];
      if (group === 0) {
        next += 2 * (end - begin);
        continue;
      }
      const step = group * (shown + 1);
      steps[step + begin] = (steps[step + begin] as number) + 1;
      steps[step + end] = (steps[step + end] as number) - 1;
      const to = 2 * (group * shown + end);
      for (let at = 2 * (group * shown + begin); at < to; at += 1) {
        amounts[at] = (amounts[at] as number) + (pairs[next] as number);
        next += 1;
      }
    }
  }
  return joined(amounts, steps, masks.length, shown);
}

function joined(amounts: Float64Array, steps: Int32Array, groups: number, shown: number): Sums {
  const sums = emptySums(groups * shown);
  for (let group = 0; group < groups; group += 1) {
    let n = 0;
    for (let month = 0; month < shown; month += 1) {
      const cell = group * shown + month;
      n += steps[group * (shown + 1) + month] as number;
      sums[cell * NUMBERS] = amounts[2 * cell] as number;
      sums[cell * NUMBERS + 1] = amounts[2 * cell + 1] as number;
      sums[cell * NUMBERS + 2] = n;
    }
  }
  return sums;
}
