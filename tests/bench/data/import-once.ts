// The import in a process of its own, so that its memory is its own:
//   node --import tsx tests/bench/data/import-once.ts SLUG FILE      (environment as the app's; prints JSON)

import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import { keepMemorySmall } from "@/scripts/support/small-memory";
import type { ImportOnce } from "./bench-import";
import { took } from "./table";

const [slug = "", path = ""] = process.argv.slice(2);
keepMemorySmall();
const ctx = await ctxForSystem(slug, "bench");
const before = process.memoryUsage().rss;
let [peak, heap] = [0, 0];
const watch = setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  peak = Math.max(peak, rss);
  heap = Math.max(heap, heapUsed);
}, 50);
// The accounts have contracts, and some orders cost as much as an instalment.
const mapping = { contractInvoices: "own" as const };
const input = { kind: "purchases" as const, path, source: "bench", mapping };
const { result, ms, cpuMs } = await took(() => importFile({ ctx, input }));
clearInterval(watch);
if (result.state !== "done") throw new Error(result.message ?? result.state);
const { rowsNew, rowsChanged, rowsUnchanged } = result;
const once: ImportOnce = {
  ...{ ms, cpuMs },
  rows: { new: rowsNew, changed: rowsChanged, unchanged: rowsUnchanged },
  memory: { before, peak, heap },
};
console.log(JSON.stringify(once));
await closeConnections();
