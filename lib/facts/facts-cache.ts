import type { Ctx } from "@/lib/auth/ctx";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import type { WorkspaceFacts } from "./workspace-facts";

const BYTES_PER_MB = 1_048_576;

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

/** Alone it is over the limit: whoever looks at another workspace has it read again. */
function tellTooLarge({ workspaceId, bytes }: WorkspaceFacts): void {
  log.warn({ workspaceId, bytes }, "the facts of a workspace are larger than FACTS_MEMORY_MB");
}

/** Those used last stay, as many as fit into FACTS_MEMORY_MB; the ones just used in any case. */
export function keepFacts(key: string, facts: WorkspaceFacts): void {
  const kept = cache();
  const limit = readEnv().FACTS_MEMORY_MB * BYTES_PER_MB;
  if (!kept.delete(key) && facts.bytes > limit) tellTooLarge(facts);
  kept.set(key, facts);
  let bytes = 0;
  for (const one of kept.values()) bytes += one.bytes;
  for (const [oldest, one] of kept) {
    if (bytes <= limit || oldest === key) return;
    kept.delete(oldest);
    bytes -= one.bytes;
  }
}
