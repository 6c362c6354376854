import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { notFound } from "@/lib/errors";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { seesNames } from "@/lib/workspaces/sees-names";
import type { AccountDto } from "./account-page.types";
import { buildAccount } from "./build-account";
import { siteRef } from "./build-account-parts";
import { familyDto, followUpsDto } from "./build-follow-ups";
import { loadAccountPage } from "./load-account-page";
import { loadFollowUps } from "./load-follow-ups";
import { loadGrow } from "./load-grow";
import { loadRenewals } from "./load-renewals";
import { loadTimeline } from "./load-timeline";
import { foundWorklist } from "./load-worklist";
import { loadWorklistDetails } from "./load-worklist-details";
import { optional } from "./view-input";

const KINDS = [
  "answer",
  "order",
  "complaint",
  "promise",
  "touch",
  "contract",
  "negotiation",
  "churn",
  "case",
  "asked",
] as const;

const accountInput = z.object({
  accountId: z.uuid({ error: "Choose the account." }),
  /** Only this kind of entry in the timeline. */
  kind: optional(z.enum(KINDS, { error: "Choose a kind of entry from the list." })),
  page: optional(
    z.coerce
      .number({ error: "Give the page as a number." })
      .int("Give the page as a whole number.")
      .min(1, "Pages start at 1.")
      .max(100_000, "There are not that many pages."),
  ),
});

/** An account with its figures, people, contracts and one page of its timeline. */
export async function getAccount({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AccountDto> {
  requirePermission(ctx, "account:read");
  const { accountId, kind, page } = accountInput.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const asked = facts.accounts.get(accountId);
    const unit = facts.unitById.get(facts.unitOfAccount.get(accountId) ?? "");
    if (!asked || !unit) throw notFound("account");
    const { id: workspaceId, timeZone, currency } = ctx.workspace;
    const accountIds = unit.members.map(({ id }) => id);
    const { rateMonth } = facts;
    const rows = await loadAccountPage(tx, workspaceId, unit.id, accountIds, rateMonth);
    const showsNames = await seesNames(tx, ctx);
    const { asOf, locale } = ctx;
    const account = asked.mergedIntoId === null ? asked : unit.account;
    const asOfDay = dayNumber(asOf);
    const contractIds = [...new Set(unit.terms.map(({ contractId }) => contractId))];
    const grow = await loadGrow(tx, facts, [unit], { asOfDay });
    const followUps = {
      ...followUpsDto(
        await loadFollowUps(tx, workspaceId, accountIds, asOf),
        await loadRenewals(tx, workspaceId, contractIds, asOf),
        facts,
        asOfDay,
      ),
      family: familyDto(account, facts, asOfDay),
      grow: grow.lines[0] ?? null,
    };
    const wanted = { workspaceId, timeZone, locale, accountIds, asOf, showsNames };
    return buildAccount({
      account,
      unit,
      found: await foundWorklist(tx, facts, asOfDay),
      rows,
      details: await loadWorklistDetails(tx, ctx, accountIds, showsNames),
      followUps,
      timeline: await loadTimeline(tx, { ...wanted, kind: kind ?? null, page: page ?? 1 }, (id) =>
        siteRef({ facts, unit }, id),
      ),
      currency,
      showsNames,
      locale,
    });
  });
}
