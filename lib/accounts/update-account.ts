import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { updateAccountSchema } from "./account-input";
import { checkReferences } from "./check-references";

type Before = {
  id: string;
  parentId: string | null;
  ownerId: string | null;
  sites: { id: string }[];
};

async function loadAccount(tx: Tx, workspaceId: string, id: string): Promise<Before> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: { id: true, parentId: true, ownerId: true, sites: { select: { id: true } } },
  });
  if (!row) throw notFound("account");
  return row;
}

/** Without the fields that were not sent: those stay as they are. */
function given<Fields extends Record<string, unknown>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}

/** Every account whose dot may change: itself, its sites, its parent before and after. */
function touched(before: Before, parentId: string | null | undefined): string[] {
  const parents = [before.parentId, parentId].filter((id) => typeof id === "string");
  return [before.id, ...before.sites.map(({ id }) => id), ...parents];
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
  const { accountId: id, customerSince, ...fields } = updateAccountSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const before = await loadAccount(tx, workspaceId, id);
    await checkReferences(tx, workspaceId, id, fields);
    const { ownerId } = fields;
    // Who gets its first owner was not handed over by anybody.
    const isHandedOver =
      ownerId !== undefined && before.ownerId !== null && ownerId !== before.ownerId;
    await tx.account.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: {
        ...given(fields),
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
      fields: Object.keys(given({ ...fields, customerSince })),
    });
    await markFactsChanged(tx, workspaceId, touched(before, fields.parentId), ctx.now);
    return { id };
  });
}
