import { setTimeout as rest } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { cacheKey, hasRoom, keptFacts } from "@/lib/facts/facts-cache";
import { blocksOf, divided } from "@/lib/facts/per-block";
import { withFacts } from "@/lib/facts/with-facts";
import { hasMany, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { log } from "@/lib/log";
import { getOverview } from "./get-overview";
import { comparedDay, defaultCompare, sceneFor } from "./scene";
import { tilesOf } from "./tiles-of";

const EVERY_MS = 300_000;
const DAY_MS = 86_400_000;
// Over a weekend and a holiday.
const SEEN_DAYS = 4;
const WORKSPACES = 20;

/** Workspaces whose people were here lately, the last ones first. */
async function lookedAt(now: Date): Promise<{ id: string }[]> {
  const since = new Date(now.getTime() - SEEN_DAYS * DAY_MS);
  return db().$queryRaw<{ id: string }[]>`
    SELECT workspace.id::text AS id
    FROM user_session
    JOIN user_workspace USING (user_id)
    JOIN workspace ON workspace.id = user_workspace.workspace_id
    WHERE last_seen_at > ${since} AND revoked_at IS NULL AND archived_at IS NULL
    GROUP BY workspace.id
    ORDER BY max(last_seen_at) DESC
    LIMIT ${WORKSPACES}`;
}

/** The day each block was made ready for. */
const readyFor = new WeakMap<object, string>();

/** What the overview says of a thousand accounts, so that others have a turn between two of them. */
async function makeReady(facts: WorkspaceFacts, { asOf }: Ctx): Promise<void> {
  const [asOfDay, compareDay] = [dayNumber(asOf), dayNumber(defaultCompare(asOf))];
  for (const block of blocksOf(facts.units)) {
    if (readyFor.get(block) === asOf) continue;
    // A list of its own: what is made of a list holds the facts, and blocks outlive them.
    const units = divided([block]);
    await tilesOf(sceneFor(facts, units, asOfDay, compareDay));
    readyFor.set(block, asOf);
  }
}

async function warmUp(workspace: { id: string }, now: Date): Promise<void> {
  try {
    const ctx = await ctxForSystem(workspace, "warm-up", now);
    if (!keptFacts(cacheKey(ctx)) && !hasRoom()) return;
    const facts = await withFacts(ctx, async (_, own) => own, comparedDay(ctx.asOf, undefined));
    // Of few accounts the first reader waits for less than a second.
    if (!hasMany(facts)) return;
    await makeReady(facts, ctx);
    await getOverview({ ctx, input: {} });
  } catch (error) {
    log.warn({ workspaceId: workspace.id, err: error }, "figures could not be made ready");
  }
}

/**
 * Makes ready what the first reader after a start, a midnight or an import would wait for: of a hundred thousand accounts
 * that is half a minute. Gives way to requests; what is ready costs nothing.
 */
export async function warmUpAll(now: Date): Promise<void> {
  for (const workspace of await lookedAt(now)) await warmUp(workspace, now);
}

/** Goes on for as long as the process lives, and does not keep it alive. */
export async function keepWarm(clock: () => Date): Promise<never> {
  for (;;) {
    await warmUpAll(clock()).catch((err) => log.warn({ err }, "figures could not be made ready"));
    await rest(EVERY_MS, undefined, { ref: false });
  }
}
