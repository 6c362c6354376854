import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { getOverview } from "@/lib/loyalty/get-overview";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import { type AccountAssessment, shiftMonths } from "@/lib/metrics";
import { type DemoLogin, seedDemo } from "@/prisma/seed/seed-demo";
import type { TestDatabase } from "../../support/database";

export const NOW = new Date("2026-10-02T09:00:00.000Z");
export const AS_OF = "2026-10-02";

export type Development = {
  industry: string | null;
  before: AccountAssessment;
  now: AccountAssessment;
};

/** The demo as it was seeded, and what the product says about it. */
export type Told = {
  logins: DemoLogin[];
  ctx: Ctx;
  overview: OverviewDto;
  /** By account name: a year ago and now. */
  accounts: Map<string, Development>;
  /** SQL in the story's workspace; $1 is its id. */
  query<Row extends Record<string, unknown>>(sql: string): Promise<Row[]>;
};

export async function tellDemo(database: TestDatabase): Promise<Told> {
  const { logins } = await seedDemo({ log: () => {}, now: NOW });
  const ctx = await ctxForSystem("nordlys", "test", NOW);
  const overview = await getOverview({ ctx, input: { allLines: true } });
  const accounts = await withFacts(ctx, async (_tx, facts) => {
    const now = assessAt(facts, dayNumber(AS_OF));
    const before = assessAt(facts, shiftMonths(dayNumber(AS_OF), -12));
    const entries = facts.units.map(({ id, account }) => {
      const [then, today] = [before.get(id), now.get(id)];
      if (!then || !today) throw new Error(`no assessment of ${account.name}`);
      return [account.name, { industry: account.industry, before: then, now: today }] as const;
    });
    return new Map(entries);
  });
  return {
    logins,
    ctx,
    overview,
    accounts,
    query: (sql) => database.queryIn(ctx.workspace.id)(sql, [ctx.workspace.id]),
  };
}
