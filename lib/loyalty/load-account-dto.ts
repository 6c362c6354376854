import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { seesNames } from "@/lib/workspaces/sees-names";
import type { AccountFollowUps } from "./account-follow-ups.types";
import type { AccountDto, TimelineKind } from "./account-page.types";
import { buildAccount } from "./build-account";
import { siteRef } from "./build-account-parts";
import { familyDto, followUpsDto } from "./build-follow-ups";
import { buildGrow } from "./build-grow";
import { loadAccountPage } from "./load-account-page";
import { loadFollowUps } from "./load-follow-ups";
import { loadRenewals } from "./load-renewals";
import { loadTimeline } from "./load-timeline";
import { foundWorklist } from "./load-worklist";
import { loadWorklistDetails } from "./load-worklist-details";

/** The account that was asked for, or what it was merged into, with its dot. @throws AppError NOT_FOUND */
export function findAccount(facts: WorkspaceFacts, accountId: string) {
  const asked = facts.accounts.get(accountId);
  const unit = facts.unitById.get(facts.unitOfAccount.get(accountId) ?? "");
  if (!asked || !unit) throw notFound("account");
  const kept = asked.mergedIntoId === null ? asked : facts.accounts.get(asked.mergedIntoId);
  return { account: kept ?? unit.account, unit, accountIds: unit.members.map(({ id }) => id) };
}

async function loadAgreed(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  { account, unit, accountIds }: ReturnType<typeof findAccount>,
): Promise<AccountFollowUps> {
  const workspaceId = ctx.workspace.id;
  const asOfDay = dayNumber(ctx.asOf);
  const contractIds = [
    ...new Set(unit.terms.map(({ contractId }: UnitFacts["terms"][number]) => contractId)),
  ];
  const grow = buildGrow(facts, [unit], { asOfDay });
  return {
    ...followUpsDto(
      await loadFollowUps(tx, ctx.workspace, accountIds, ctx.asOf),
      await loadRenewals(tx, workspaceId, contractIds, ctx.asOf),
      facts,
      asOfDay,
    ),
    family: familyDto(account, facts, asOfDay),
    grow: grow.lines[0] ?? null,
  };
}

/** Everything that is told about one account, with one page of its timeline. */
export async function loadAccountDto(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  found: ReturnType<typeof findAccount>,
  { kind, page }: { kind: TimelineKind | null; page: number },
): Promise<AccountDto> {
  const { id: workspaceId, timeZone, currency } = ctx.workspace;
  const { asOf, locale } = ctx;
  const { account, unit, accountIds } = found;
  const showsNames = await seesNames(tx, ctx);
  const wanted = { workspaceId, timeZone, locale, accountIds, asOf, showsNames, kind, page };
  return buildAccount({
    account,
    unit,
    found: foundWorklist(facts, dayNumber(asOf)),
    rows: await loadAccountPage(tx, workspaceId, unit.id, accountIds, facts.rateMonth),
    details: await loadWorklistDetails(tx, ctx, accountIds, showsNames),
    followUps: await loadAgreed(tx, ctx, facts, found),
    timeline: await loadTimeline(tx, wanted, (id) => siteRef({ facts, unit }, id)),
    currency,
    showsNames,
    locale,
  });
}
