// A worker with short leases, for the test that kills it.
import { mailWork } from "@/lib/jobs/mail-work";
import { startWorker } from "@/lib/jobs/start-worker";

startWorker([mailWork({ work: 1, mail: 1 })], 100);
