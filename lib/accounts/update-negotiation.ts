import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { isoDate } from "@/lib/format/calendar";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { updateNegotiationSchema } from "./follow-up-input";
import { mergeEdits } from "./merge-edits";
import { negotiationDates } from "./negotiation-dates";

/** An outcome and the day of it say one thing. */
const TOGETHER = ["openedOn", "closedOn", "outcome"] as const;
const PERCENT_DECIMALS = 2;

/** The row, which nobody else changes until this is over. */
async function lockNegotiation(tx: Tx, workspaceId: string, id: string) {
  await tx.$queryRaw`
    SELECT FROM renewal_negotiation
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.renewalNegotiation.findFirst({
    where: { workspaceId, id },
    select: {
      openedOn: true,
      closedOn: true,
      rounds: true,
      discountAskedRatio: true,
      discountGrantedRatio: true,
      rival: true,
      outcome: true,
      contract: { select: { accountId: true } },
    },
  });
  if (!row) throw notFound("negotiation");
  const { contract, openedOn, closedOn, ...now } = row;
  const days = { openedOn: isoDate(openedOn), closedOn: closedOn && isoDate(closedOn) };
  return { accountId: contract.accountId, now: { ...now, ...days } };
}

/** What a field holds, in the words of the form. */
function sayIn(locale: string) {
  const t = staffWords(locale, "account");
  return (field: string, value: string | number | boolean | null): string => {
    if (field === "outcome")
      return t(`negotiation.outcomes.${value}` as "negotiation.outcomes.open");
    if (field.endsWith("On")) return formatDay(String(value), locale);
    if (field.endsWith("Ratio")) return formatPercent(Number(value), locale, PERCENT_DECIMALS);
    return String(value);
  };
}

/** A negotiation goes on: one more round, another discount, or how it ended. */
export async function updateNegotiation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { negotiationId: id, seen, ...sent } = updateNegotiationSchema.parse(input);
  negotiationDates(sent, ctx.asOf);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const { accountId, now } = await lockNegotiation(tx, workspaceId, id);
    const fields = mergeEdits({ sent, seen, now, together: TOGETHER }, sayIn(ctx.locale));
    const dates = negotiationDates({ ...now, ...fields }, ctx.asOf);
    await tx.renewalNegotiation.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...fields, ...dates },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateNegotiation",
      subjectType: "negotiation",
      subjectId: id,
      fields: Object.keys(fields),
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
