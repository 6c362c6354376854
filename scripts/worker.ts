// Background work: mail, figures, imports, waves. Any number of these may run.
import { checkStart } from "@/lib/auth/check-start";
import { closeConnections } from "@/lib/db/client";
import { workHandlers } from "@/lib/jobs/handlers";
import { startWorker } from "@/lib/jobs/start-worker";
import { log } from "@/lib/log";
import { keepMemorySmall } from "./support/small-memory";

keepMemorySmall();
await checkStart();
const worker = startWorker(workHandlers());
log.info("worker started");

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await worker.stop();
  await closeConnections();
  log.info("worker stopped");
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
