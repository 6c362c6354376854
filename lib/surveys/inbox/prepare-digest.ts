import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { DigestPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { answerLine } from "./answer-line";
import { digestWhere } from "./digest-answers";
import { digestMail } from "./inbox-mails";
import { loadInboxReaders } from "./inbox-readers";
import { loadEntries } from "./load-entries";

const LINES = 40;
/** More than anybody reads; the inbox pages through the rest. */
const MOST_COUNTED = 1_000;
const COMMENT_LENGTH = 200;

/** What the answers are when the mail goes out. */
export async function prepareDigest(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  const { workspace, now } = ctx;
  const { from, until } = mail.payload as DigestPayload;
  const readers = await loadInboxReaders(tx, workspace.id);
  const reader = readers.find(({ employeeId }) => employeeId === mail.employeeId);
  if (!reader) return { end: { state: "skipped", reason: "no_colleague" } };
  const period = { from: new Date(from), until: new Date(until) };
  const where = digestWhere(workspace.id, reader.employeeId, period);
  const rows = await loadEntries(tx, workspace.id, where, MOST_COUNTED);
  if (rows.length === 0) return { end: { state: "skipped", reason: "no_answers" } };
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
  const { APP_URL: appUrl } = readEnv();
  const showsNames = reader.isAdmin || !settings.hidesNames;
  const look = { company: workspace, locale: reader.locale, appUrl, showsNames };
  const content = digestMail({
    reader: { name: reader.name, locale: reader.locale, company: workspace.name },
    lines: rows.slice(0, LINES).map((row) => answerLine(row, look, COMMENT_LENGTH)),
    count: rows.length,
    inboxUrl: `${appUrl}/w/${workspace.slug}/answers`,
    profileUrl: `${appUrl}/w/${workspace.slug}/settings/profile`,
  });
  return { to: reader.email, content };
}
