import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { buildStory } from "./build-story";
import { ratesUntil } from "./rates";
import { writeRows } from "./write-rows";

const WRITE_TIMEOUT_MS = 60_000;

/** The story's chance; another number tells another story about the same planted truths. */
export const STORY_SEED = 12;

/** Writes the story into one empty workspace and leaves its accounts marked for the facts. */
export async function seedStory({
  ctx,
  asOf = ctx.asOf,
  seed = STORY_SEED,
}: {
  ctx: Ctx;
  asOf?: string;
  seed?: number;
}): Promise<{ rows: number; accounts: number }> {
  const story = buildStory(asOf, seed);
  await writeRates(asOf);
  return withWorkspace(
    ctx,
    async (tx) => {
      const rows = await writeRows(tx, ctx.workspace.id, story);
      const accountIds = story.account.map((account) => account.id);
      await markFactsChanged(tx, ctx.workspace.id, accountIds, ctx.now);
      await writeAudit(tx, ctx, {
        verb: "seedStory",
        subjectType: "workspace",
        subjectId: ctx.workspace.id,
      });
      return { rows, accounts: accountIds.length };
    },
    { timeoutMs: WRITE_TIMEOUT_MS },
  );
}

/** Rates already imported stay as they are. */
async function writeRates(asOf: string): Promise<void> {
  const rates = ratesUntil(asOf);
  const dates = rates.map((rate) => rate.date);
  const codes = rates.map((rate) => rate.code);
  const perEur = rates.map((rate) => String(rate.perEur));
  await db().$executeRaw`
    INSERT INTO currency_rate (date, code, per_eur)
    SELECT t.date::date, t.code, t.per_eur::float8
    FROM unnest(${dates}::text[], ${codes}::text[], ${perEur}::text[]) AS t(date, code, per_eur)
    ON CONFLICT DO NOTHING`;
}
