import type { AccountRow } from "@/lib/facts/account-rows";
import { groupBy } from "@/lib/facts/group-by";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { AccountFollowUps, CaseDto, FamilyDto, PromiseDto } from "./account-follow-ups.types";
import type { CaseRow, FollowUpRows, PromiseRow } from "./load-follow-ups";
import type { RenewalDetails } from "./load-renewals";
import { perEpoch } from "./per-epoch";

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function standingOf(row: PromiseRow, asOfDay: number): PromiseDto["standing"] {
  if (row.keptDay !== null && row.keptDay <= asOfDay) return "kept";
  if (row.brokenDay !== null && row.brokenDay <= asOfDay) return "broken";
  return row.dueDay < asOfDay ? "overdue" : "open";
}

function promiseDto(row: PromiseRow, facts: WorkspaceFacts, asOfDay: number): PromiseDto {
  const by = row.madeById === null ? undefined : facts.employees.get(row.madeById);
  return {
    id: row.id,
    text: row.text,
    by: by?.name ?? null,
    madeOn: isoOfDay(row.madeDay),
    dueOn: isoOfDay(row.dueDay),
    standing: standingOf(row, asOfDay),
    closedOn: iso(row.keptDay ?? row.brokenDay),
  };
}

/** Closed later than the as-of day: then it was open. */
function caseDto(
  { openedDay, dueDay, closedDay, ownerId, ...row }: CaseRow,
  facts: WorkspaceFacts,
  asOfDay: number,
): CaseDto {
  const isClosed = closedDay !== null && closedDay <= asOfDay;
  const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
  return {
    ...row,
    owner: owner?.name ?? null,
    ownerId,
    openedOn: isoOfDay(openedDay),
    dueOn: iso(dueDay),
    isOverdue: !isClosed && dueDay !== null && dueDay < asOfDay,
    closedOn: isClosed ? iso(closedDay) : null,
  };
}

function sitesByParent(facts: WorkspaceFacts): Map<string, AccountRow[]> {
  return perEpoch(facts, "sites by parent", () => {
    const sites = [...facts.accounts.values()].filter(
      ({ parentId, mergedIntoId }) => parentId !== null && mergedIntoId === null,
    );
    return groupBy(sites, ({ parentId }) => parentId ?? "");
  });
}

const MEMBERS_SHOWN = 50;

/** The parent with its sites, of which the account is one; money of pooled sites stands at who decides. */
export function familyDto(
  account: AccountRow,
  facts: WorkspaceFacts,
  asOfDay: number,
): FamilyDto | null {
  const parent = account.parentId === null ? account : facts.accounts.get(account.parentId);
  if (!parent) return null;
  const sites = sitesByParent(facts).get(parent.id) ?? [];
  if (sites.length === 0) return null;
  const assessed = assessAt(facts, asOfDay);
  const members = [parent, ...sites].map((member) => {
    const unitId = facts.unitOfAccount.get(member.id);
    const decider = unitId === undefined ? undefined : facts.accounts.get(unitId);
    const isOwn = unitId === member.id;
    const assessment = isOwn ? assessed.get(member.id) : undefined;
    return {
      account: { id: member.id, name: member.name },
      isParent: member.id === parent.id,
      isHere: member.id === account.id,
      runningMinor: assessment ? assessment.revenue.runningMinor : null,
      state: assessment?.standing ?? null,
      countedIn: isOwn || !decider ? null : { id: decider.id, name: decider.name },
    };
  });
  const known = members.flatMap(({ runningMinor }) => runningMinor ?? []);
  return {
    members: members.slice(0, MEMBERS_SHOWN),
    total: members.length,
    runningMinor: known.reduce((sum, minor) => sum + minor, 0),
  };
}

export function followUpsDto(
  rows: FollowUpRows,
  details: RenewalDetails,
  facts: WorkspaceFacts,
  asOfDay: number,
): Pick<
  AccountFollowUps,
  "merges" | "promises" | "cases" | "wallets" | "purchases" | "calls" | "productTypeOptions"
> {
  const typeName = (id: string | null) =>
    id === null ? null : (facts.productTypes.get(id)?.name ?? null);
  return {
    merges: rows.merges.map(({ day, ...row }) => ({ ...row, on: isoOfDay(day) })),
    promises: rows.promises.map((row) => promiseDto(row, facts, asOfDay)),
    cases: rows.cases.map((row) => caseDto(row, facts, asOfDay)),
    wallets: rows.wallets.map(({ productTypeId, day, ...row }) => ({
      ...row,
      productType: typeName(productTypeId),
      on: isoOfDay(day),
    })),
    purchases: rows.purchases.map(({ lastDay, ...row }) => ({ ...row, lastOn: isoOfDay(lastDay) })),
    calls: [...details.calls.values()].map(({ contractId, call, line, day }) => ({
      ...{ contractId, call, line },
      on: isoOfDay(day),
    })),
    productTypeOptions: [...facts.productTypes.values()].map(({ id, name }) => ({ id, name })),
  };
}
