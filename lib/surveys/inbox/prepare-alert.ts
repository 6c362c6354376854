import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { AlertPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { answerLine } from "./answer-line";
import { toAnswerNeeds } from "./answer-needs";
import { alertMail } from "./inbox-mails";
import { loadInboxReaders } from "./inbox-readers";
import { loadEntries } from "./load-entries";

const COMMENT_LENGTH = 600;

function skipped(reason: string): PreparedMail {
  return { end: { state: "skipped", reason } };
}

/** What the answer is when the mail goes out: one that was corrected or seen to by then tells nobody. */
export async function prepareAlert(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  const { workspace, now } = ctx;
  const { invitationId } = mail.payload as AlertPayload;
  const readers = await loadInboxReaders(tx, workspace.id);
  const reader = readers.find(({ employeeId }) => employeeId === mail.employeeId);
  if (!reader) return skipped("no_colleague");
  const where = Prisma.sql`r.invitation_id = ${invitationId}::uuid`;
  const [row] = await loadEntries(tx, workspace.id, where, 1);
  if (!row || row.isErased) return skipped("erased");
  if (row.handledAt) return skipped("handled");
  const needs = toAnswerNeeds(row.needs ?? []);
  if (needs.length === 0) return skipped("corrected");
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
  const look = {
    company: workspace,
    locale: reader.locale,
    appUrl: readEnv().APP_URL,
    showsNames: reader.isAdmin || !settings.hidesNames,
  };
  const content = alertMail({
    reader: { name: reader.name, locale: reader.locale, company: workspace.name },
    account: row.accountName,
    line: answerLine(row, look, COMMENT_LENGTH),
    needs,
  });
  return { to: reader.email, content };
}
