import { type MadeOf, once, sharedByBundles } from "./once";
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
// Amounts of all accounts at sixteen closes take thirty megabytes.
const KEPT_OF_AMOUNTS = 4;

const blocksOfList = sharedByBundles("blocks", () => new WeakMap<Block, readonly Block[]>());
const made: MadeOf = sharedByBundles("of blocks", () => new WeakMap());
const madeOfAssessments: MadeOf = sharedByBundles("assessed of blocks", () => new WeakMap());
const madeOfAmounts: MadeOf = sharedByBundles("amounts of blocks", () => new WeakMap());

/** A list that nobody divided is one block. */
export function blocksOf(units: Block): readonly Block[] {
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

/** The same of what takes much memory: of few days. */
export function perBlockLarge<T>(units: Block, key: string, make: (block: Block) => T): T[] {
  return blocksOf(units).map((block) =>
    once(madeOfAmounts, block, key, KEPT_OF_AMOUNTS, () => make(block)),
  );
}

/** Of which accounts a list was chosen, and by what. */
const chosenFrom = sharedByBundles(
  "chosen from",
  () => new WeakMap<Block, { all: Block; key: string }>(),
);

/** A list of these blocks: what is made of the list ends with it, what is made of a block stays with the block. */
export function divided(blocks: readonly Block[]): UnitFacts[] {
  const all = joined(blocks);
  blocksOfList.set(all, blocks);
  return all;
}

/** Those accounts that are chosen, divided as the whole is. The same holds for what may be looked at. */
export function choose(units: Block, key: string, isChosen: (unit: UnitFacts) => boolean) {
  const chosen = divided(perBlock(units, `chosen ${key}`, (block) => block.filter(isChosen)));
  chosenFrom.set(chosen, { all: units, key });
  return chosen;
}

/** In the same order, so one walk over both finds them. */
function without(all: Block, some: Block): UnitFacts[] {
  let next = 0;
  return all.filter((unit) => {
    if (unit !== some[next]) return true;
    next += 1;
    return false;
  });
}

/** Of all accounts those that are not among some of them; divided, where those were chosen from all. */
export function others(all: Block, some: Block): UnitFacts[] {
  const by = chosenFrom.get(some);
  if (by?.all !== all) {
    const inside = new Set(some);
    return all.filter((unit) => !inside.has(unit));
  }
  const chosen = blocksOf(some);
  const key = `not chosen ${by.key}`;
  return divided(
    blocksOf(all).map((block, at) =>
      once(made, block, key, KEPT, () => without(block, chosen[at] ?? [])),
    ),
  );
}
