import type { Ctx } from "@/lib/auth/ctx";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { sharedByBundles } from "./once";
import type { WorkspaceFacts } from "./workspace-facts";

const BYTES_PER_MB = 1_048_576;

function cache(): Map<string, WorkspaceFacts> {
  return sharedByBundles("facts", () => new Map<string, WorkspaceFacts>());
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

function limitBytes(): number {
  return readEnv().FACTS_MEMORY_MB * BYTES_PER_MB;
}

function bytesKept(): number {
  let bytes = 0;
  for (const one of cache().values()) bytes += one.bytes;
  return bytes;
}

/** Half of it is free: what nobody asked for yet takes no room from what somebody did. */
export function hasRoom(): boolean {
  return 2 * bytesKept() <= limitBytes();
}

/** Those used last stay, as many as fit into FACTS_MEMORY_MB; the ones just used in any case. */
export function keepFacts(key: string, facts: WorkspaceFacts): void {
  const kept = cache();
  const limit = limitBytes();
  if (!kept.delete(key) && facts.bytes > limit) tellTooLarge(facts);
  kept.set(key, facts);
  // Of a month that is over, or of a date that was fixed: nobody asks for it again.
  for (const [other, { workspaceId }] of kept)
    if (workspaceId === facts.workspaceId && other !== key) kept.delete(other);
  let bytes = bytesKept();
  for (const [oldest, one] of kept) {
    if (bytes <= limit || oldest === key) return;
    kept.delete(oldest);
    bytes -= one.bytes;
  }
}
