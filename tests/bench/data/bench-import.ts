import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { cpuOf } from "../answers/cpu";
import { ordersOf, PURCHASE_COLUMNS, purchaseRows } from "./business";
import { copyStream, lines } from "./copy-in";
import { type BenchWorkspace, makeBenchWorkspace } from "./make-world";
import type { BenchServer } from "./server";
import { ms, note, type Took, took } from "./table";

type Files = { csv: string; copy: string };

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

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

/** Without a look at what might name a purchase: nothing does. */
async function clear(url: string, workspaceId: string): Promise<void> {
  const client = await connect(url);
  await client.query("SET session_replication_role = replica").catch(() => {});
  await client.query("SELECT set_config('app.workspace', $1, false)", [workspaceId]);
  await client.query("DELETE FROM purchase WHERE workspace_id = $1", [workspaceId]);
  await client.query("VACUUM purchase").catch(() => {});
  await client.end();
}

/** The same rows as text by COPY, as anybody would; `checksKeys` off: keys that name other rows are believed. */
async function bareCopy(url: string, file: string, checksKeys: boolean): Promise<void> {
  const client = await connect(url);
  try {
    if (!checksKeys) await client.query("SET session_replication_role = replica");
    await client.query("BEGIN");
    await copyStream(client, "purchase", PURCHASE_COLUMNS, createReadStream(file));
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

export type ImportOnce = {
  ms: number;
  cpuMs: number;
  rows: { new: number; changed: number; unchanged: number };
  /** Bytes; `heap` is what the process' own objects took. */
  memory: { before: number; peak: number; heap: number };
};

function importOnce(slug: string, file: string): ImportOnce {
  const script = path.join(PROJECT_ROOT, "tests", "bench", "data", "import-once.ts");
  // As `npm run worker` starts.
  const args = [...process.execArgv, "--max-semi-space-size=8", script, slug, file];
  const out = execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" });
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as ImportOnce;
}

async function writeFiles(world: BenchWorkspace, folder: string, rows: number): Promise<Files> {
  const files = {
    csv: path.join(folder, "purchases.csv"),
    copy: path.join(folder, "purchases.copy"),
  };
  const accounts = accountsOf(rows);
  await pipeline(Readable.from(csvLines(rows)), createWriteStream(files.csv));
  const copied = Readable.from(lines(firstRows(world, accounts, rows)));
  await pipeline(copied, createWriteStream(files.copy));
  return files;
}

function accountsOf(rows: number): number {
  return Math.ceil(rows / 90);
}

type Spent = { ms: number; cpuMs: number | null };

/** What it took by the clock, and what app and database computed meanwhile: the machine may have other work. */
async function spent<T>(
  server: BenchServer,
  work: () => Promise<T> | T,
  own: (result: T, took: Took) => number,
): Promise<Spent & { result: T }> {
  const before = cpuOf(server.pid);
  const { result, ...time } = await took(work);
  // A connection that closes hands its time over a moment later.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const database = (cpuOf(server.pid) ?? 0) - (before ?? 0);
  const cpuMs = before === null ? null : database + own(result, time);
  return { ms: time.ms, cpuMs, result };
}

function against(one: Spent, copies: readonly Spent[]): string {
  const mean = (of: (copy: Spent) => number) =>
    copies.reduce((sum, copy) => sum + of(copy), 0) / copies.length;
  const clock = `${(one.ms / mean((copy) => copy.ms)).toFixed(1)} x`;
  if (one.cpuMs === null) return clock;
  return `${clock} (computing ${(one.cpuMs / mean((copy) => copy.cpuMs ?? 0)).toFixed(1)} x)`;
}

function told(one: Spent): string {
  return one.cpuMs === null ? ms(one.ms) : `${ms(one.ms)}, computing ${ms(one.cpuMs)}`;
}

const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function noteMemory(what: string, { memory }: ImportOnce): void {
  const { peak, before, heap } = memory;
  const measured = `${mb(peak)}, ${mb(before)} before it, its objects at most ${mb(heap)}`;
  note(`  ${what}: peak memory of its process`, measured, "< 300 MB");
}

/** The same rows by COPY, with the same indexes, and through the import as people use it; in turns. */
export async function benchImport(
  server: BenchServer,
  folder: string,
  rows: number,
): Promise<void> {
  const url = server.loadUrl;
  const world = await makeBenchWorkspace(url, accountsOf(rows), () => {}, false);
  const files = await writeFiles(world, folder, rows);
  const copy = async (checksKeys: boolean) => {
    await clear(url, world.workspaceId);
    return spent(
      server,
      () => bareCopy(url, files.copy, checksKeys),
      (_, { cpuMs }) => cpuMs,
    );
  };
  const take = () =>
    spent(
      server,
      () => importOnce(world.slug, files.csv),
      (one) => one.cpuMs,
    );
  await copy(true);
  const copies = [await copy(true)];
  await clear(url, world.workspaceId);
  const first = await take();
  const again = await take();
  copies.push(await copy(true));
  // Only a superuser may.
  const unchecked = server.pid === null ? null : await copy(false);
  await clear(url, world.workspaceId);
  for (const file of Object.values(files)) rmSync(file);
  note(`${rows} purchases by COPY`, copies.map(told).join(" and "));
  if (unchecked) note("  the same with foreign keys unchecked", told(unchecked));
  note("  by the product's import", `${told(first)}, ${first.result.rows.new} new`);
  note("  import against COPY", against(first, copies), "<= 6 x");
  if (unchecked) note("  against COPY that checks no foreign key", against(first, [unchecked]));
  noteMemory("import", first.result);
  const { rows: seen } = again.result;
  const counts = `${seen.new} new, ${seen.changed} changed, ${seen.unchanged} unchanged`;
  note("  the same file again", `${told(again)}, ${counts}`, "no writes");
  noteMemory("again", again.result);
}
