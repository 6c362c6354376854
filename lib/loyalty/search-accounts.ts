import type { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { placeOf } from "@/lib/segments/map-place";
import type { AccountListDto, AccountRowDto } from "./account-list.types";
import { buildAccountRows, matchesSearch, sortRows } from "./build-account-rows";
import type { FoundWorklist } from "./build-worklist";
import { loadFilter, unitsInPlace } from "./load-filter";
import { foundWorklist } from "./load-worklist";
import { perSelection } from "./per-epoch";
import { searchAccountsInput } from "./search-accounts-input";

type Wanted = Pick<
  z.output<typeof searchAccountsInput>,
  "search" | "state" | "worklist" | "sort"
> & {
  direction: "asc" | "desc";
};

type Found = { rows: AccountRowDto[]; active: number; runningMinor: number };

/** Each list is found and sorted once per epoch; a page of it is a cut. */
function findRows(units: readonly UnitFacts[], worklist: FoundWorklist, wanted: Wanted): Found {
  const { search, state, sort, direction } = wanted;
  const made = `rows ${worklist.asOfDay} ${worklist.facts.employeesVersion}`;
  const all = perSelection(units, made, () => buildAccountRows(units, worklist));
  const key = `${made} ${sort} ${direction} ${state} ${wanted.worklist} ${search}`;
  return perSelection(units, key, () => {
    const matching = all.filter(
      (row, index) =>
        (!state || (row.state?.state ?? "notActive") === state) &&
        (!wanted.worklist || row.isOnWorklist) &&
        matchesSearch(units[index] as UnitFacts, search),
    );
    return {
      rows: sortRows(matching, sort, direction),
      active: matching.filter((row) => row.state !== null).length,
      runningMinor: matching.reduce((sum, row) => sum + (row.state ? row.runningMinor : 0), 0),
    };
  });
}

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
    const asOfDay = dayNumber(ctx.asOf);
    const { filter, units: all } = await loadFilter(tx, ctx, facts, wanted);
    const place = placeOf(wanted);
    const units = place ? unitsInPlace(facts, all, place, asOfDay) : all;
    const worklist = foundWorklist(facts, asOfDay);
    const { rows, active, runningMinor } = findRows(units, worklist, { ...wanted, direction });
    const pages = Math.max(1, Math.ceil(rows.length / pageSize));
    const page = Math.min(wanted.page, pages);
    return {
      currency: ctx.workspace.currency,
      asOf: ctx.asOf,
      rows: rows.slice((page - 1) * pageSize, page * pageSize),
      total: rows.length,
      totalActive: active,
      totalRunningMinor: runningMinor,
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
        place,
      },
      segments: filter.segments,
      owners: filter.owners,
      epoch: facts.epoch,
    };
  });
}
