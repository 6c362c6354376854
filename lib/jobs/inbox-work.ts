import { withWorkspace } from "@/lib/db/with-workspace";
import { writeAdvantageAlerts } from "@/lib/loyalty/advantage/write-advantage-alerts";
import { writeMondayMails } from "@/lib/loyalty/monday/write-monday-mails";
import { nextDigestAt } from "@/lib/surveys/inbox/digest-time";
import { enqueueDigests } from "@/lib/surveys/inbox/enqueue-digests";
import { hasMoreToLookAt, lookAtAnswers } from "@/lib/surveys/inbox/look-at-answers";
import type { WorkHandler } from "./work-handler";

const TIMEOUT_MS = 15_000;

/** Tells colleagues of answers, at once or every morning, on Mondays of their worklist, and admins of drops. */
export const inboxWork: WorkHandler = {
  kind: "inbox",
  leaseSeconds: 60,
  async run(ctx) {
    const timeout = { timeoutMs: TIMEOUT_MS };
    const looked = await withWorkspace(ctx, (tx) => lookAtAnswers(tx, ctx), timeout);
    const digests = await withWorkspace(ctx, (tx) => enqueueDigests(tx, ctx), timeout);
    const mondays = await writeMondayMails(ctx);
    const drops = await writeAdvantageAlerts(ctx);
    return looked + digests + mondays + drops > 0;
  },
  async nextAt(tx, ctx) {
    if (await hasMoreToLookAt(tx, ctx)) return ctx.now;
    return nextDigestAt(ctx.workspace.timeZone, ctx.now);
  },
};
