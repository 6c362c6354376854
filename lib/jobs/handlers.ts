import { erasureWork } from "./erasure-work";
import { factsWork } from "./facts-work";
import { importWork } from "./import-work";
import { inboxWork } from "./inbox-work";
import { mailWork } from "./mail-work";
import { programWork } from "./program-work";
import { retentionWork } from "./retention-work";
import { scannerWork } from "./scanner-work";
import { waveWork } from "./wave-work";
import { webhookWork } from "./webhook-work";
import type { WorkHandler } from "./work-handler";

/** Every kind of work the worker does. */
export function workHandlers(): WorkHandler[] {
  return [
    mailWork(),
    factsWork,
    importWork,
    waveWork,
    erasureWork,
    retentionWork,
    programWork,
    scannerWork,
    inboxWork,
    webhookWork,
  ];
}
