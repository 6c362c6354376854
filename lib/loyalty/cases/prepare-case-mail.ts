import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { isoDate } from "@/lib/format/calendar";
import type { CasePayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { loadInboxReaders } from "@/lib/surveys/inbox/inbox-readers";
import { caseMail } from "./case-mail";

function skipped(reason: string): PreparedMail {
  return { end: { state: "skipped", reason } };
}

async function nameOf(tx: Tx, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const user = await tx.appUser.findUnique({ where: { id: userId }, select: { name: true } });
  return user?.name ?? null;
}

/** What the case is when the mail goes out: one that is closed or somebody else's by then tells nobody. */
export async function prepareCaseMail(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  const { workspace } = ctx;
  const { caseId, givenById } = mail.payload as CasePayload;
  const readers = await loadInboxReaders(tx, workspace.id);
  const reader = readers.find(({ employeeId }) => employeeId === mail.employeeId);
  if (!reader) return skipped("no_colleague");
  const row = await tx.caseFile.findFirst({
    where: { workspaceId: workspace.id, id: caseId, ownerId: reader.employeeId, closedAt: null },
    select: { note: true, dueOn: true, account: { select: { id: true, name: true } } },
  });
  if (!row) return skipped("handled");
  const { name, locale, email } = reader;
  const content = caseMail({
    reader: { name, locale, company: workspace.name },
    givenBy: await nameOf(tx, givenById),
    account: row.account.name,
    note: row.note,
    dueOn: isoDate(row.dueOn),
    url: `${readEnv().APP_URL}/w/${workspace.slug}/accounts/${row.account.id}#cases`,
  });
  return { to: email, content };
}
