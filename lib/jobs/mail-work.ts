import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { isMarkedDatabase } from "@/lib/mail/database-mark";
import { nameUncertainMail, nextMailAt } from "@/lib/mail/outbox";
import { openSmtpSession } from "@/lib/mail/smtp-session";
import { signalWork } from "@/lib/queue/signal-work";
import { deliverMail } from "./deliver-mail";
import type { WorkHandler } from "./work-handler";

const MAILS_PER_PART = 25;
const WORK_LEASE_SECONDS = 60;
/** Longer than the mail server may keep us waiting in all (see smtp-session). */
const MAIL_LEASE_SECONDS = 300;

/** @param leases How long work, and a mail, stay with a worker that says nothing any more. */
export function mailWork(
  leases = { work: WORK_LEASE_SECONDS, mail: MAIL_LEASE_SECONDS },
): WorkHandler {
  let isTold = false;
  return {
    kind: "mail",
    leaseSeconds: leases.work,
    async run(ctx, isStopping = () => false) {
      const { workspace } = ctx;
      if (!(await isMarkedDatabase(new Date()))) {
        if (!isTold) log.error("database restored: `npm run after-restore` before mail is sent");
        isTold = true;
        return false;
      }
      const lost = await withWorkspace(ctx, (tx) => nameUncertainMail(tx, workspace.id));
      if (lost.length > 0)
        log.warn({ workspaceId: workspace.id, mailIds: lost }, "mails uncertain");
      const session = openSmtpSession(readEnv().SMTP_URL);
      let done = 0;
      let refused = 0;
      let reason = "";
      try {
        for (; done < MAILS_PER_PART && !isStopping(); done += 1) {
          const tried = await deliverMail({ ...ctx, now: new Date() }, session, leases.mail);
          if (tried === null) break;
          if (tried.state !== "pending") continue;
          refused += 1;
          reason = tried.reason;
        }
      } finally {
        session.close();
      }
      if (refused > 0)
        log.warn(
          { workspaceId: workspace.id, mails: refused, reason },
          "mails will be tried again",
        );
      if (done > 0) {
        await withWorkspace(ctx, (tx) => signalWork(tx, workspace.id, "wave", new Date()));
      }
      return done > 0 || lost.length > 0;
    },
    nextAt: (tx, ctx) => nextMailAt(tx, ctx.workspace.id),
  };
}
