import { ADD_STRETCHES } from "./add-stretches";
import type { CloseColumn, CloseMatrix } from "./close-matrix";
import { emptySums, type Membership, NUMBERS, type Sums } from "./membership";

/** Where things lie in the memory, in bytes. */
type Places = {
  readonly stretchesOf: number;
  readonly from: number;
  readonly until: number;
  readonly pairs: number;
  /** From here on is room for what is asked: the group of each account and the sums of each group. */
  readonly asked: number;
};

/**
 * What a rate of revenue adds up, account by account: of each stretch of months with an opening revenue the closing
 * and the opening amounts in pairs, one after the other. Months outside of the base are not there at all, so summing
 * is reading once through the memory. It is the memory of a compiled loop, which adds a pair at once.
 */
type PackedBase = {
  readonly memory: WebAssembly.Memory;
  readonly places: Places;
  readonly add: (...placesAndCounts: number[]) => void;
};

export type Retained = {
  readonly opening: CloseColumn;
  readonly closing: CloseColumn;
  /** No more is kept of an account than it had. */
  readonly isGross: boolean;
};

type Column = ArrayLike<number>;

const LOOP = new WebAssembly.Module(Buffer.from(ADD_STRETCHES, "base64"));
const PAGE = 65_536;
const PAIR = 16;

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
  return { stretchesOf, from, until, cells };
}

/** The next place after so many bytes; a pair lies at a multiple of its size. */
function after(place: number, bytes: number): number {
  const end = place + bytes;
  return end + ((PAIR - (end % PAIR)) % PAIR);
}

function placesOf(accounts: number, stretches: number, cells: number): Places {
  const from = after(0, 4 * (accounts + 1));
  const until = after(from, 2 * stretches);
  const pairs = after(until, 2 * stretches);
  return { stretchesOf: 0, from, until, pairs, asked: after(pairs, PAIR * cells) };
}

/** Room up to this byte; views of the memory made before may be of no use afterwards. */
function reach(memory: WebAssembly.Memory, end: number): void {
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

function pack(matrix: CloseMatrix, first: number, rate: Retained): PackedBase {
  const [was, is] = [matrix.columns[rate.opening] ?? [], matrix.columns[rate.closing] ?? []];
  const { stretchesOf, from, until, cells } = stretches(matrix, first, was);
  const places = placesOf(matrix.accounts, from.length, cells);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(places.asked / PAGE) });
  new Uint32Array(memory.buffer, places.stretchesOf).set(stretchesOf);
  new Uint16Array(memory.buffer, places.from).set(from);
  new Uint16Array(memory.buffer, places.until).set(until);
  const pairs = new Float64Array(memory.buffer, places.pairs, 2 * cells);
  let at = 0;
  for (let account = 0; account < matrix.accounts; account += 1) {
    const row = account * matrix.months + first;
    const last = stretchesOf[account + 1] as number;
    for (let run = stretchesOf[account] as number; run < last; run += 1)
      for (let month = from[run] as number; month < (until[run] as number); month += 1) {
        const [before, now] = [was[row + month] as number, is[row + month] ?? 0];
        pairs[at] = rate.isGross && now > before ? before : now;
        pairs[at + 1] = before;
        at += 2;
      }
  }
  const { exports } = new WebAssembly.Instance(LOOP, { base: { memory } });
  return { memory, places, add: exports.add as PackedBase["add"] };
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
  const { accounts } = matrix;
  const shown = matrix.months - first;
  const { memory, places, add } = baseOf(matrix, first, rate);
  const amountsAt = after(places.asked, 4 * accounts);
  const stepsAt = after(amountsAt, PAIR * masks.length * shown);
  reach(memory, stepsAt + 4 * masks.length * (shown + 1));
  new Uint32Array(memory.buffer, places.asked).set(groupOf);
  const amounts = new Float64Array(memory.buffer, amountsAt, 2 * masks.length * shown).fill(0);
  const steps = new Int32Array(memory.buffer, stepsAt, masks.length * (shown + 1)).fill(0);
  const { stretchesOf, from, until, pairs } = places;
  add(accounts, shown, places.asked, stretchesOf, from, until, pairs, amountsAt, stepsAt);
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
