import type { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, isoDate } from "@/lib/format/calendar";
import { formatDay } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import { updateAccountSchema } from "./account-input";
import { checkReferences } from "./check-references";
import { mergeEdits } from "./merge-edits";

const FORM = {
  name: true,
  currency: true,
  sizeBand: true,
  industry: true,
  country: true,
  region: true,
  customerSince: true,
  acquiredBy: true,
  decidesForSites: true,
} as const;

/** The row, which nobody else changes until this is over. */
async function lockAccount(tx: Tx, workspaceId: string, id: string) {
  await tx.$queryRaw`
    SELECT FROM account WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: {
      ...FORM,
      id: true,
      parentId: true,
      ownerId: true,
      owner: { select: { name: true } },
      sites: { select: { id: true } },
    },
  });
  if (!row) throw notFound("account");
  return row;
}

type Before = Awaited<ReturnType<typeof lockAccount>>;

/** What a field holds, in the words of the form. */
function sayIn(locale: string, before: Before) {
  const t = staffWords(locale, "loyalty");
  const account = staffWords(locale, "account");
  return (field: string, value: string | number | boolean | null): string => {
    if (field === "ownerId") return before.owner?.name ?? "";
    if (field === "acquiredBy") return t(`fields.acquired.${value}` as "fields.acquired.unknown");
    if (field === "customerSince") return formatDay(String(value), locale);
    if (field === "decidesForSites") return account(value ? "form.forSites" : "form.eachSite");
    return String(value);
  };
}

/** Every account whose dot may change: itself, its sites, its parent before and after. */
function touched(before: Before, parentId: string | null | undefined): string[] {
  const parents = [before.parentId, parentId].filter((id) => typeof id === "string");
  return [before.id, ...before.sites.map(({ id }) => id), ...parents];
}

/** What is written of it; what somebody else changed since the form was opened stays, or is asked about. */
function edited(ctx: Ctx, before: Before, input: z.infer<typeof updateAccountSchema>) {
  const { accountId: _, seen, attributes, ...sent } = input;
  const now = {
    ...before,
    customerSince: before.customerSince === null ? null : isoDate(before.customerSince),
  };
  const fields = mergeEdits({ sent, seen, now }, sayIn(ctx.locale, before));
  return { ...fields, ...(attributes === undefined ? {} : { attributes }) };
}

/** Changes what is sent and leaves the rest; whoever takes an account over is its owner from today. */
export async function updateAccount({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "account:write");
  const parsed = updateAccountSchema.parse(input);
  const { accountId: id } = parsed;
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const before = await lockAccount(tx, workspaceId, id);
    const written = edited(ctx, before, parsed);
    const { customerSince, ...fields } = written;
    await checkReferences(tx, workspaceId, id, fields);
    const { ownerId } = fields;
    // Who gets its first owner was not handed over by anybody.
    const isHandedOver =
      ownerId !== undefined && before.ownerId !== null && ownerId !== before.ownerId;
    await tx.account.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: {
        ...fields,
        ...(customerSince === undefined
          ? {}
          : { customerSince: customerSince === null ? null : dateColumn(customerSince) }),
        ...(isHandedOver ? { ownerSince: ownerId === null ? null : dateColumn(ctx.asOf) } : {}),
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateAccount",
      subjectType: "account",
      subjectId: id,
      fields: Object.keys(written),
    });
    await markFactsChanged(tx, workspaceId, touched(before, fields.parentId), ctx.now);
    return { id };
  });
}
