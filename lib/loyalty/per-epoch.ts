import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";

// Of a few dozen segments at a few days each; a list of accounts among it takes what its references take.
const KEPT = 256;
type Made = Map<string, unknown>;
// Facts, and each selection of their accounts, live as long as their epoch; so does what is made of them.
const made = new WeakMap<object, Made>();

function keptOf(owner: object): Made {
  const kept = made.get(owner) ?? new Map<string, unknown>();
  made.set(owner, kept);
  return kept;
}

function remember<T>(kept: Made, key: string, value: T): T {
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
  return value;
}

/** What was asked for last stays longest. */
function again<T>(kept: Made, key: string): T {
  const value = kept.get(key) as T;
  kept.delete(key);
  kept.set(key, value);
  return value;
}

function once<T>(owner: object, key: string, make: () => T): T {
  const kept = keptOf(owner);
  return kept.has(key) ? again(kept, key) : remember(kept, key, make());
}

/** What is computed from the facts alone is computed once per epoch; it must not be changed. */
export function perEpoch<T>(facts: WorkspaceFacts, key: string, make: () => T): T {
  return once(facts, key, make);
}

/** What is made of each account by itself: once per epoch, when it is first asked for. */
export function perUnit<T extends object | number | null>(
  facts: WorkspaceFacts,
  key: string,
  make: (unit: UnitFacts) => T,
): (unit: UnitFacts) => T {
  const kept = perEpoch(facts, `each ${key}`, () => new Map<UnitFacts, T>());
  return (unit) => {
    const known = kept.get(unit);
    if (known !== undefined) return known;
    const value = make(unit);
    kept.set(unit, value);
    return value;
  };
}

/** The same for a selection of accounts that was itself made once per epoch. */
export function perSelection<T>(units: readonly UnitFacts[], key: string, make: () => T): T {
  return once(units, key, make);
}

async function onceLoaded<T>(owner: object, key: string, load: () => Promise<T>): Promise<T> {
  const kept = keptOf(owner);
  return kept.has(key) ? again(kept, key) : remember(kept, key, await load());
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
