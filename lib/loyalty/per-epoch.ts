import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";

const KEPT = 64;
const made = new WeakMap<WorkspaceFacts, Map<string, unknown>>();

function keptOf(facts: WorkspaceFacts): Map<string, unknown> {
  const kept = made.get(facts) ?? new Map<string, unknown>();
  made.set(facts, kept);
  return kept;
}

function remember<T>(kept: Map<string, unknown>, key: string, value: T): T {
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
  return value;
}

/** What is computed from the facts alone is computed once per epoch; it must not be changed. */
export function perEpoch<T>(facts: WorkspaceFacts, key: string, make: () => T): T {
  const kept = keptOf(facts);
  return kept.has(key) ? (kept.get(key) as T) : remember(kept, key, make());
}

/** The same for what also reads rows that only change with the epoch. */
export async function perEpochLoaded<T>(
  facts: WorkspaceFacts,
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  const kept = keptOf(facts);
  return kept.has(key) ? (kept.get(key) as T) : remember(kept, key, await load());
}
