import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";

const KEPT = 64;
const made = new WeakMap<WorkspaceFacts, Map<string, unknown>>();

/** What is computed from the facts alone is computed once per epoch; it must not be changed. */
export function perEpoch<T>(facts: WorkspaceFacts, key: string, make: () => T): T {
  const kept = made.get(facts) ?? new Map<string, unknown>();
  made.set(facts, kept);
  if (kept.has(key)) return kept.get(key) as T;
  const value = make();
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
  return value;
}
