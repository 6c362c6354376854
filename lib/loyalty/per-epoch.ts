import { again, type MadeOf, madeOf, once, remember, sharedByBundles } from "@/lib/facts/once";
import { joined, perBlock } from "@/lib/facts/per-block";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";

// Of a few dozen segments at a few days each; a list of accounts among it takes what its references take.
const KEPT = 256;
// Facts, and each selection of their accounts, live as long as their epoch; so does what is made of them.
const made: MadeOf = sharedByBundles("of facts", () => new WeakMap());

/** What is computed from the facts alone is computed once per epoch; it must not be changed. */
export function perEpoch<T>(facts: WorkspaceFacts, key: string, make: () => T): T {
  return once(made, facts, key, KEPT, make);
}

// One thing of each of a hundred thousand accounts takes ten megabytes: of many accounts fewer things.
const MANY = 5_000;
const KEPT_OF_MANY = 96;
/** Accounts that changed stand beside what has taken their place until there are so many. */
const GONE_AT_MOST = 100;

/** What is made of each account at an epoch is also true at the next ones, until the account changes. */
function keptOfEach<T>(facts: WorkspaceFacts, key: string): Map<UnitFacts, T> {
  const { each, units } = facts;
  const most = units.length > MANY ? KEPT_OF_MANY : KEPT;
  const kept = once(made, each, key, most, () => new Map<UnitFacts, T>());
  if (kept.size <= units.length + GONE_AT_MOST) return kept;
  const present = new Set(units);
  for (const unit of kept.keys()) if (!present.has(unit)) kept.delete(unit);
  return kept;
}

/**
 * What is made of each account by itself: when it is first asked for, and again when the account changed. It
 * may look at the account, at the conventions, at rates (a new one changes the account) and at what the key names,
 * and at nothing else.
 */
export function perUnit<T extends object | number | null>(
  facts: WorkspaceFacts,
  key: string,
  make: (unit: UnitFacts) => T,
): (unit: UnitFacts) => T {
  const kept = keptOfEach<T>(facts, key);
  return (unit) => {
    const known = kept.get(unit);
    if (known !== undefined) return known;
    const value = make(unit);
    kept.set(unit, value);
    return value;
  };
}

/**
 * The rows of a selection that a figure is made of, accounts without one left out. Over epochs they are looked up
 * again only in the thousand in which an account changed.
 * @param of what `perUnit` keeps of each account, or what may look at no more than that
 */
export function rowsOf<Row extends object | number>(
  units: readonly UnitFacts[],
  key: string,
  of: (unit: UnitFacts) => Row | null,
): readonly Row[] {
  return perSelection(units, `rows ${key}`, () =>
    joined(
      perBlock(units, `rows ${key}`, (block) => {
        const rows: Row[] = [];
        for (const unit of block) {
          const row = of(unit);
          if (row !== null) rows.push(row);
        }
        return rows;
      }),
    ),
  );
}

/** The same for a selection of accounts that was itself made once per epoch. */
export function perSelection<T>(units: readonly UnitFacts[], key: string, make: () => T): T {
  return once(made, units, key, KEPT, make);
}

const loading = sharedByBundles(
  "loading",
  () => new WeakMap<object, Map<string, Promise<unknown>>>(),
);

/** Two who ask at once wait for the same; where the first one's reading breaks off, the other reads itself. */
async function onceLoaded<T>(owner: object, key: string, load: () => Promise<T>): Promise<T> {
  const kept = madeOf(made, owner);
  if (kept.has(key)) return again(kept, key);
  const running = loading.get(owner) ?? new Map<string, Promise<unknown>>();
  loading.set(owner, running);
  const first = running.get(key);
  if (first) {
    await first.catch(() => {});
    return onceLoaded(owner, key, load);
  }
  const own = load();
  running.set(key, own);
  try {
    return remember(kept, key, await own, KEPT);
  } finally {
    running.delete(key);
  }
}

/** The same for what also reads rows that only change with the epoch. */
export function perEpochLoaded<T>(
  facts: WorkspaceFacts,
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  return onceLoaded(facts, key, load);
}

/** The same for a selection, where it takes so long that it gives way to others meanwhile. */
export async function perSelectionLoaded<T>(
  units: readonly UnitFacts[],
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  return onceLoaded(units, key, load);
}
