import { type MadeOf, once } from "./once";
import type { UnitFacts } from "./workspace-facts";

/**
 * Accounts a thousand at a time. A thousand of which none changed stay the same list over epochs, and what was
 * made of them with it: after an event that of one thousand is made anew, and joined with the rest.
 */
type Block = readonly UnitFacts[];

const BLOCK = 1_000;
const KEPT = 256;
// Lists of whole assessments keep those alive: of two or three days.
const KEPT_OF_ASSESSMENTS = 12;

const blocksOfList = new WeakMap<Block, readonly Block[]>();
const made: MadeOf = new WeakMap();
const madeOfAssessments: MadeOf = new WeakMap();

/** A list that nobody divided is one block. */
function blocksOf(units: Block): readonly Block[] {
  return blocksOfList.get(units) ?? [units];
}

function isSame(a: Block | undefined, b: Block): a is Block {
  return a?.length === b.length && a.every((unit, at) => unit === b[at]);
}

/** @param before the accounts of the epoch before, where what was made of them still holds */
export function divide(units: Block, before: Block | undefined): void {
  const last = before ? blocksOf(before) : [];
  const blocks: Block[] = [];
  for (let from = 0; from < units.length; from += BLOCK) {
    const block = units.slice(from, from + BLOCK);
    const known = last[blocks.length];
    blocks.push(isSame(known, block) ? known : block);
  }
  blocksOfList.set(units, blocks);
}

/** Lists one after the other. `flat` looks at each item whether it is a list itself; this copies memory. */
export function joined<T>(parts: readonly (readonly T[])[]): T[] {
  return ([] as T[]).concat(...parts);
}

/**
 * What is made of each block. It may look at its accounts, at the conventions, at rates (a new one changes the
 * account) and at what the key names, and at nothing else.
 */
export function perBlock<T>(units: Block, key: string, make: (block: Block) => T): T[] {
  return blocksOf(units).map((block) => once(made, block, key, KEPT, () => make(block)));
}

/** A list of assessments, or of what keeps them alive, made block by block. */
export function perBlockAssessed<T>(
  units: Block,
  key: string,
  make: (block: Block) => readonly T[],
): T[] {
  const parts = blocksOf(units).map((block) =>
    once(madeOfAssessments, block, key, KEPT_OF_ASSESSMENTS, () => make(block)),
  );
  return joined(parts);
}

/** Those accounts that are chosen, divided as the whole is. The same holds for what may be looked at. */
export function choose(units: Block, key: string, isChosen: (unit: UnitFacts) => boolean) {
  const blocks = perBlock(units, `chosen ${key}`, (block) => block.filter(isChosen));
  const chosen = joined(blocks);
  blocksOfList.set(chosen, blocks);
  return chosen;
}
