import { createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import { type CloseMatrix, closeMatrix } from "@/lib/facts/kernel/close-matrix";
import { membershipOf } from "@/lib/facts/kernel/membership";
import {
  netRetentionSeries,
  type SeriesCell,
  segmentSeries,
} from "@/lib/facts/kernel/segment-series";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { segmentRulesSchema } from "@/lib/segments/segment-rules";
import { selectUnits } from "@/lib/segments/select-units";
import { AS_OF } from "./business";
import { copyIn } from "./copy-in";
import { SEGMENT_RULES } from "./make-world";
import { ms, note } from "./table";

const SHOWN = 49;
const MONTHS = SHOWN + 12;
const TURNS = 9;

const QUERY = `SELECT m.segment AS segment, c.month AS month,
    sum(CASE WHEN c.opening > 0 THEN c.closing END) / sum(CASE WHEN c.opening > 0 THEN c.opening END) AS net
  FROM bench_member m JOIN bench_close c ON c.account = m.account
  WHERE c.month >= 12 GROUP BY m.segment, c.month ORDER BY m.segment, c.month`;

function segmentsOf(facts: WorkspaceFacts, units: WorkspaceFacts["units"]): number[][] {
  const rowOf = new Map(units.map(({ id }, row) => [id, row]));
  return SEGMENT_RULES.map((rules) =>
    selectUnits(facts, segmentRulesSchema.parse(rules), dayNumber(AS_OF)).flatMap(
      ({ id }) => rowOf.get(id) ?? [],
    ),
  );
}

/** The best of some turns: what others do on the machine only ever adds. */
async function best(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function* closeRows({ accounts, months, columns }: CloseMatrix) {
  const { openingMinor, closingMinor } = columns;
  for (let account = 0; account < accounts; account += 1)
    for (let month = 0; month < months; month += 1) {
      const at = account * months + month;
      const [opening, closing] = [openingMinor?.[at] ?? 0, closingMinor?.[at] ?? 0];
      if (opening !== 0 || closing !== 0) yield [account, month, opening, closing] as const;
    }
}

function* memberRows(segments: readonly (readonly number[])[]) {
  for (const [segment, rows] of segments.entries())
    for (const row of rows) yield [segment, row] as const;
}

async function writeCsv(file: string, rows: Iterable<readonly number[]>): Promise<void> {
  function* lines() {
    for (const row of rows) yield `${row.join(",")}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

type Answer = { segment: number; month: number; net: number | null };

/** All three say the same, or the comparison is of different things. */
function check(who: string, answers: readonly Answer[], cells: readonly (readonly SeriesCell[])[]) {
  for (const { segment, month, net } of answers) {
    const cell = cells[segment]?.[month - 12]?.value ?? null;
    if (Math.abs((cell ?? 0) - (net ?? 0)) > 1e-9)
      throw new Error(`${who} differs: segment ${segment}, month ${month}: ${net}, not ${cell}`);
  }
}

async function inDuckDb(folder: string): Promise<{ time: number; answers: Answer[] }> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    "CREATE TABLE bench_close (account INTEGER, month INTEGER, opening DOUBLE, closing DOUBLE)",
  );
  await connection.run("CREATE TABLE bench_member (segment INTEGER, account INTEGER)");
  for (const table of ["bench_close", "bench_member"])
    await connection.run(
      `COPY ${table} FROM '${path.join(folder, `${table}.csv`)}' (HEADER false)`,
    );
  const time = await best(() => connection.runAndReadAll(QUERY));
  const rows = (await connection.runAndReadAll(QUERY)).getRowObjects();
  connection.closeSync();
  instance.closeSync();
  const answers = rows.map(({ segment, month, net }) => ({
    segment: Number(segment),
    month: Number(month),
    net: net === null ? null : Number(net),
  }));
  return { time, answers };
}

async function inPostgres(url: string, matrix: CloseMatrix, segments: readonly number[][]) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("DROP TABLE IF EXISTS bench_close, bench_member");
    await client.query(
      "CREATE TABLE bench_close (account int, month int, opening float8, closing float8)",
    );
    await client.query("CREATE TABLE bench_member (segment int, account int)");
    await copyIn(url, {
      table: "bench_close",
      columns: ["account", "month", "opening", "closing"],
      rows: closeRows(matrix),
    });
    await copyIn(url, {
      table: "bench_member",
      columns: ["segment", "account"],
      rows: memberRows(segments),
    });
    await client.query("CREATE INDEX ON bench_close (account)");
    const start = performance.now();
    const { rows } = await client.query<Answer>(QUERY);
    const first = performance.now() - start;
    const again = performance.now();
    await client.query(QUERY);
    return { time: Math.min(first, performance.now() - again), answers: rows };
  } finally {
    await client.query("DROP TABLE IF EXISTS bench_close, bench_member");
    await client.end();
  }
}

/** Reading the same columns once, as fast as this machine can. */
async function plainRead({ columns }: CloseMatrix): Promise<number> {
  return best(() => {
    let total = 0;
    for (const column of [columns.openingMinor, columns.closingMinor])
      if (column) for (let at = 0; at < column.length; at += 1) total += column[at] as number;
    return total;
  });
}

/** @param times how often the accounts are taken, one after the other: more rows of the same kind */
export async function benchKernel(
  facts: WorkspaceFacts,
  url: string,
  folder: string,
  times: number,
) {
  const units = facts.units.filter(({ head }) => !head.hasUnknownRate);
  const own = segmentsOf(facts, units);
  const repeated = Array.from({ length: times }, () => units).flat();
  const segments = own.map((rows) =>
    Array.from({ length: times }, (_, turn) => rows.map((row) => row + turn * units.length)).flat(),
  );
  const matrix = closeMatrix(
    repeated.map(({ series }) => series),
    facts.rateMonth - MONTHS + 1,
    MONTHS,
  );
  const what = `${segments.length} segments x ${SHOWN} months, ${matrix.accounts} accounts`;
  const kernel = await best(() => netRetentionSeries(matrix, segments));
  const members = await best(() => membershipOf(segments, matrix.accounts));
  note(
    `net retention, ${what}: kernel`,
    `${ms(kernel)} (of it who is in which segment ${ms(members)})`,
  );
  note("  all seven measures", ms(await best(() => segmentSeries(matrix, segments))));
  note(
    "  against reading the columns once",
    `${(kernel / (await plainRead(matrix))).toFixed(1)} x`,
  );
  await writeCsv(path.join(folder, "bench_close.csv"), closeRows(matrix));
  await writeCsv(path.join(folder, "bench_member.csv"), memberRows(segments));
  const cells = netRetentionSeries(matrix, segments);
  const duck = await inDuckDb(folder);
  check("DuckDB", duck.answers, cells);
  note("  DuckDB, same rows", `${ms(duck.time)} = ${(duck.time / kernel).toFixed(1)} x`, ">= 5 x");
  const postgres = await inPostgres(url, matrix, segments);
  check("Postgres", postgres.answers, cells);
  note(
    "  Postgres, same rows",
    `${ms(postgres.time)} = ${(postgres.time / kernel).toFixed(0)} x`,
    ">= 100 x",
  );
  for (const name of ["bench_close.csv", "bench_member.csv"]) rmSync(path.join(folder, name));
}
