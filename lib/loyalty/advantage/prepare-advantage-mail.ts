import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import type { AdvantagePayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { loadInboxReaders } from "@/lib/surveys/inbox/inbox-readers";
import { advantageMail } from "./advantage-mail";

/** To whoever is still an admin and may sign in when the mail goes out. */
export async function prepareAdvantageMail(
  tx: Tx,
  ctx: Ctx,
  mail: ClaimedMail,
): Promise<PreparedMail> {
  const { workspace } = ctx;
  const readers = await loadInboxReaders(tx, workspace.id);
  const reader = readers.find(({ employeeId }) => employeeId === mail.employeeId);
  if (!reader?.isAdmin) return { end: { state: "skipped", reason: "no_colleague" } };
  const { name, locale, email } = reader;
  const content = advantageMail({
    ...(mail.payload as AdvantagePayload),
    reader: { name, locale, company: workspace.name },
    baseUrl: `${readEnv().APP_URL}/w/${workspace.slug}`,
  });
  return { to: email, content };
}
