import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { digestWhere } from "./digest-answers";
import { lastDigestAt } from "./digest-time";
import { type InboxReader, loadInboxReaders } from "./inbox-readers";
import { loadEntries } from "./load-entries";

async function enqueueFor(tx: Tx, ctx: Ctx, reader: InboxReader, until: Date): Promise<void> {
  const { employeeId, digestedAt: from } = reader;
  // Whoever gets no digest yet begins with what comes from now on.
  if (from === null) return;
  const where = digestWhere(ctx.workspace.id, employeeId, { from, until });
  const [any] = await loadEntries(tx, ctx.workspace.id, where, 1);
  if (!any) return;
  const payload = { from: from.toISOString(), until: until.toISOString() };
  await enqueueMail(tx, ctx, { kind: "digest", employeeId, payload });
}

/** Writes the digests that are due; a morning without news has none. @returns how many were due. */
export async function enqueueDigests(tx: Tx, ctx: Ctx): Promise<number> {
  const { workspace, now } = ctx;
  let due = 0;
  for (const reader of await loadInboxReaders(tx, workspace.id)) {
    const { digest, digestedAt, employeeId } = reader;
    if (digest !== "daily" && digest !== "weekly") continue;
    const until = lastDigestAt(workspace.timeZone, digest, now);
    if (digestedAt !== null && digestedAt >= until) continue;
    // The row is taken by its old time: of two workers one writes the mail.
    const { count } = await tx.employee.updateMany({
      where: { workspaceId: workspace.id, id: employeeId, digestedAt },
      data: { digestedAt: until },
    });
    if (count === 0) continue;
    due += 1;
    await enqueueFor(tx, ctx, reader, until);
  }
  return due;
}
