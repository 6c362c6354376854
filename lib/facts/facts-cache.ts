import type { Ctx } from "@/lib/auth/ctx";
import { readEnv } from "@/lib/env";
import type { WorkspaceFacts } from "./workspace-facts";

// Next compiles server code into several bundles; they share one cache through globalThis.
const shared = globalThis as typeof globalThis & { holdfastFacts?: Map<string, WorkspaceFacts> };

function cache(): Map<string, WorkspaceFacts> {
  shared.holdfastFacts ??= new Map();
  return shared.holdfastFacts;
}

/** Figures of one workspace in one month, or at its fixed date: within it only changed accounts are read. */
export function cacheKey({ workspace, asOf }: Ctx): string {
  return `${workspace.id} ${workspace.figuresAsOf ?? asOf.slice(0, 7)}`;
}

export function keptFacts(key: string): WorkspaceFacts | undefined {
  return cache().get(key);
}

/** Those used last stay, as many as fit into FACTS_MEMORY_MB; the ones just used in any case. */
export function keepFacts(key: string, facts: WorkspaceFacts): void {
  const kept = cache();
  kept.delete(key);
  kept.set(key, facts);
  let bytes = 0;
  for (const one of kept.values()) bytes += one.bytes;
  const limit = readEnv().FACTS_MEMORY_MB * 1_048_576;
  for (const [oldest, one] of kept) {
    if (bytes <= limit || oldest === key) return;
    kept.delete(oldest);
    bytes -= one.bytes;
  }
}
