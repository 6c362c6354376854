import { execFileSync } from "node:child_process";
import { createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { ordersOf, PURCHASE_COLUMNS, purchaseRows } from "./business";
import { copyIn } from "./copy-in";
import { type BenchWorkspace, makeBenchWorkspace } from "./make-world";
import { ms, note, took } from "./table";

function* csvLines(rows: number) {
  yield "Customer No,Line no,Order no,Order date,Amount,List amount,Currency\n";
  let line = 0;
  for (let account = 0; line < rows; account += 1)
    for (const { on, paid, list, currency } of ordersOf(account)) {
      if (line >= rows) return;
      yield `K${account},L${line},O${line},${on},${paid / 100},${list / 100},${currency}\n`;
      line += 1;
    }
}

function* firstRows(world: BenchWorkspace, accounts: number, rows: number) {
  let line = 0;
  for (const row of purchaseRows({ workspaceId: world.workspaceId, accounts })) {
    if (line >= rows) return;
    yield row;
    line += 1;
  }
}

async function clear(url: string, workspaceId: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("SELECT set_config('app.workspace', $1, false)", [workspaceId]);
  await client.query("DELETE FROM purchase WHERE workspace_id = $1", [workspaceId]);
  await client.query("VACUUM purchase").catch(() => {});
  await client.end();
}

export type ImportOnce = {
  first: { ms: number; cpuMs: number; rowsNew: number };
  again: { ms: number; rowsNew: number; rowsChanged: number; rowsUnchanged: number };
  /** Bytes; `heap` is what the process' own objects took. */
  memory: { before: number; peak: number; heap: number };
};

function importOnce(slug: string, file: string): ImportOnce {
  const script = path.join(PROJECT_ROOT, "tests", "bench", "data", "import-once.ts");
  const args = [...process.execArgv, script, slug, file];
  const out = execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as ImportOnce;
}

/** The same rows by COPY, with the same indexes, and through the import as people use it. */
export async function benchImport(url: string, folder: string, rows: number): Promise<void> {
  const accounts = Math.ceil(rows / 90);
  const world = await makeBenchWorkspace(url, accounts, () => {}, false);
  await clear(url, world.workspaceId);
  const bare = await took(() =>
    copyIn(url, {
      table: "purchase",
      columns: PURCHASE_COLUMNS,
      rows: firstRows(world, accounts, rows),
    }),
  );
  await clear(url, world.workspaceId);
  const file = path.join(folder, "purchases.csv");
  await pipeline(Readable.from(csvLines(rows)), createWriteStream(file));
  const { first, again, memory } = importOnce(world.slug, file);
  rmSync(file);
  note(`${rows} purchases by COPY`, ms(bare.ms));
  note(
    "  by the product's import",
    `${ms(first.ms)} = ${(first.ms / bare.ms).toFixed(1)} x, ${ms(first.cpuMs)} of them computing, ${first.rowsNew} new`,
    "<= 6 x",
  );
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  note(
    "  peak memory of its process",
    `${mb(memory.peak)}, ${mb(memory.before)} before it`,
    "< 300 MB",
  );
  note("  of it in use by its objects", `at most ${mb(memory.heap)}`);
  note(
    "  the same file again",
    `${ms(again.ms)}, ${again.rowsNew} new, ${again.rowsChanged} changed, ${again.rowsUnchanged} unchanged`,
    "no writes",
  );
}
