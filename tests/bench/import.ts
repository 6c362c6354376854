// How long an import takes and how much memory it holds; nothing is asserted.
//   DATABASE_URL=... npx tsx tests/bench/import.ts [rows]      (a migrated database; makes a workspace)

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { importFile } from "@/lib/imports/import-file";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";
import { createWorkspace } from "@/lib/workspaces/create-workspace";

const ROWS = Number(process.argv[2] ?? 200_000);
const ACCOUNTS = Math.max(1, Math.round(ROWS / 100));

function* accountLines() {
  yield "Customer No,Name,Country\n";
  for (let i = 0; i < ACCOUNTS; i += 1) yield `K${i},Account ${i} A/S,DK\n`;
}

function* orderLines() {
  yield "Customer No,Line no,Order no,Order date,Amount,Discount,Product group\n";
  for (let i = 0; i < ROWS; i += 1) {
    const day = String((i % 28) + 1).padStart(2, "0");
    const month = String((i % 12) + 1).padStart(2, "0");
    yield `K${i % ACCOUNTS},L${i},O${i >> 2},${2020 + (i % 6)}-${month}-${day},${i % 9973}.25,0.1,Group ${i % 12}\n`;
  }
}

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);

const folder = await mkdtemp(join(tmpdir(), "holdfast-bench-"));
const slug = `bench-${Date.now().toString(36)}`;
const given = {
  name: "Bench",
  slug,
  currency: "DKK",
  timeZone: "UTC",
  locale: "en" as const,
  country: "DK",
} as const;
await createWorkspace({ input: { ...given, figuresAsOf: null }, now: new Date() });
const ctx = await ctxForSystem(slug, "bench");

async function measure(kind: ImportKindName, title: string, lines: Iterable<string>) {
  const path = join(folder, `${kind}.csv`);
  await pipeline(Readable.from(lines), createWriteStream(path));
  for (const turn of ["first", "again"]) {
    const start = performance.now();
    peak = 0;
    const result = await importFile({ ctx, input: { kind, path } });
    const seconds = (performance.now() - start) / 1000;
    const rows = result.rowsTotal ?? 0;
    console.log(
      `${title}, ${turn}: ${rows} rows in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)}/s), ` +
        `${result.rowsNew} new, ${result.rowsUnchanged} unchanged, peak ${Math.round(peak / 1_048_576)} MB`,
    );
  }
}

try {
  await measure("accounts", "accounts", accountLines());
  await measure("purchases", "purchases", orderLines());
} finally {
  clearInterval(watch);
  await rm(folder, { recursive: true });
  await closeConnections();
}
