import { createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { importFile } from "@/lib/imports/import-file";
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
  const ctx = await ctxForSystem(world.slug, "bench");
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const input = { kind: "purchases" as const, path: file, source: "bench" };
  const first = await took(() => importFile({ ctx, input }));
  const again = await took(() => importFile({ ctx, input }));
  clearInterval(watch);
  rmSync(file);
  note(`${rows} purchases by COPY`, ms(bare.ms));
  note(
    "  by the product's import",
    `${ms(first.ms)} = ${(first.ms / bare.ms).toFixed(1)} x, ${first.result.rowsNew} new`,
    "<= 6 x",
  );
  note("  peak memory of the process", `${Math.round(peak / 1e6)} MB`, "< 300 MB");
  const { rowsNew, rowsChanged, rowsUnchanged } = again.result;
  note(
    "  the same file again",
    `${ms(again.ms)}, ${rowsNew} new, ${rowsChanged} changed, ${rowsUnchanged} unchanged`,
    "no writes",
  );
}
