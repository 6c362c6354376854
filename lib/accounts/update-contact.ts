import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { staffWords } from "@/lib/i18n/staff-words";
import { updateContactSchema } from "./account-input";
import { refuseUnknownEmployee } from "./check-references";
import { mergeEdits } from "./merge-edits";

/** The row, which nobody else changes until this is over. */
async function lockContact(tx: Tx, workspaceId: string, id: string) {
  await tx.$queryRaw`
    SELECT FROM contact WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.contact.findFirst({
    where: { workspaceId, id, archivedAt: null, erasedAt: null },
    select: {
      accountId: true,
      firstName: true,
      lastName: true,
      email: true,
      title: true,
      role: true,
      language: true,
      worksWithId: true,
      worksWith: { select: { name: true } },
    },
  });
  if (!row) throw notFound("person");
  return row;
}

const ROLES = { decision_maker: "decisionMaker", influencer: "influencer", user: "user" } as const;

/** What a field holds, in the words of the form. */
function sayIn(locale: string, before: Awaited<ReturnType<typeof lockContact>>) {
  const t = staffWords(locale, "account");
  return (field: string, value: string | number | boolean | null): string => {
    if (field === "role") return t(`people.roles.${ROLES[value as keyof typeof ROLES]}`);
    if (field === "language") return t(`person.languages.${value}` as "person.languages.en");
    return field === "worksWithId" ? (before.worksWith?.name ?? "") : String(value);
  };
}

/** Changes what is sent and leaves the rest; what somebody else changed since stays, or is asked about. */
export async function updateContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "account:write");
  const { contactId: id, seen, ...sent } = updateContactSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const before = await lockContact(tx, workspaceId, id);
    const fields = mergeEdits({ sent, seen, now: before }, sayIn(ctx.locale, before));
    if (fields.worksWithId)
      await refuseUnknownEmployee(tx, workspaceId, fields.worksWithId, "worksWithId");
    await tx.contact.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...fields, updatedAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateContact",
      subjectType: "contact",
      subjectId: id,
      fields: Object.keys(fields),
    });
    await markFactsChanged(tx, workspaceId, [before.accountId], ctx.now);
    return { id };
  });
}
