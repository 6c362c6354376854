import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { matchesSearch } from "./build-account-rows";

const foundAccountsSchema = z.object({
  search: z.string().trim().max(100, "Use at most 100 characters.").default(""),
});

export type FoundAccountDto = { id: string; name: string };

const FOUND = 8;

/** The largest accounts whose name or external id holds every word; none where nothing was typed. */
export async function getFoundAccounts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<FoundAccountDto[]> {
  requirePermission(ctx, "account:read");
  const { search } = foundAccountsSchema.parse(input);
  if (search === "") return [];
  return withFacts(ctx, async (_tx, facts) => {
    const assessed = assessAt(facts, dayNumber(ctx.asOf));
    const revenueOf = (id: string) => assessed.get(id)?.revenue.runningMinor ?? 0;
    return facts.units
      .filter((unit) => matchesSearch(unit, search))
      .sort((a, b) => revenueOf(b.id) - revenueOf(a.id))
      .slice(0, FOUND)
      .map(({ id, account }) => ({ id, name: account.name }));
  });
}
