// The import in a process of its own, so that its memory is its own:
//   node --import tsx tests/bench/data/import-once.ts SLUG FILE      (environment as the app's; prints JSON)

import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import type { ImportOnce } from "./bench-import";
import { took } from "./table";

const [slug = "", path = ""] = process.argv.slice(2);
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
const first = await took(() => importFile({ ctx, input }));
const again = await took(() => importFile({ ctx, input }));
clearInterval(watch);
const { rowsNew } = first.result;
const { rowsNew: added, rowsChanged, rowsUnchanged } = again.result;
const result: ImportOnce = {
  first: { ms: first.ms, cpuMs: first.cpuMs, rowsNew },
  again: { ms: again.ms, rowsNew: added, rowsChanged, rowsUnchanged },
  memory: { before, peak, heap },
};
console.log(JSON.stringify(result));
await closeConnections();
