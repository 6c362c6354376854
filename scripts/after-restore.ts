// After a dump was restored: what was waiting when it was made has been sent since, so it is not sent
// again, and mail goes out from this database from now on.
//   npm run after-restore              ends the mails that wait, names those that were on their way
//   npm run after-restore -- --keep    keeps them: the database was moved, and nothing was sent since
import { checkStart } from "@/lib/auth/check-start";
import { closeConnections } from "@/lib/db/client";
import { settleRestoredMail } from "@/lib/mail/settle-restored-mail";

await checkStart();
const isMoved = process.argv.includes("--keep");
const counts = await settleRestoredMail({ isMoved, now: new Date() });
await closeConnections();
process.stdout.write(
  isMoved
    ? "Mail goes on from this database; nothing was changed.\n"
    : `${counts.ended} mails that waited were ended, ${counts.uncertain} are uncertain. Mail goes on from here.\n`,
);
