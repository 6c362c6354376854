import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import type { AccountListDto } from "./account-list.types";
import { buildAccountRows, matchesSearch, sortRows } from "./build-account-rows";
import { loadFilter } from "./load-filter";
import { foundWorklist } from "./load-worklist";
import { searchAccountsInput } from "./search-accounts-input";

/** The table of accounts: found, filtered, sorted and cut to a page here, never in the browser. */
export async function searchAccounts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AccountListDto> {
  requirePermission(ctx, "account:read");
  const wanted = searchAccountsInput.parse(input);
  const { search, sort, pageSize } = wanted;
  const direction = wanted.direction ?? (sort === "name" || sort === "decision" ? "asc" : "desc");
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const found = await foundWorklist(tx, facts, dayNumber(ctx.asOf));
    const matching = units.filter((unit) => matchesSearch(unit, search));
    const rows = buildAccountRows(matching, found).filter(
      (row) =>
        (!wanted.state || (row.state?.state ?? "notActive") === wanted.state) &&
        (!wanted.worklist || row.isOnWorklist),
    );
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    const page = Math.min(wanted.page, pages);
    return {
      currency: ctx.workspace.currency,
      asOf: ctx.asOf,
      rows: sortRows(rows, sort, direction).slice((page - 1) * pageSize, page * pageSize),
      total: rows.length,
      totalRunningMinor: rows.reduce((sum, row) => sum + (row.state ? row.runningMinor : 0), 0),
      page,
      pageSize,
      pages,
      sort,
      direction,
      filter: {
        search,
        segment: filter.segment,
        owner: filter.owner,
        state: wanted.state ?? null,
        worklist: wanted.worklist,
      },
      segments: filter.segments,
      owners: filter.owners,
      epoch: facts.epoch,
    };
  });
}
