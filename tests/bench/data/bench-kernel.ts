import { createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import { type CloseMatrix, closeMatrix } from "@/lib/facts/kernel/close-matrix";
import {
  netRetentionSeries,
  type SeriesCell,
  segmentSeries,
  segmentsOf as segmentsAsked,
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
const ROUNDS = 4;

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

/** The best of so many turns: what others do on the machine only ever adds. */
async function best(run: () => unknown, turns = TURNS): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < turns; turn += 1) {
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

/** Somebody else with the same rows. */
type Peer = { ask: () => Promise<Answer[]>; close: () => Promise<void> };

async function inDuckDb(folder: string): Promise<Peer> {
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
  return {
    async ask() {
      const rows = (await connection.runAndReadAll(QUERY)).getRowObjects();
      return rows.map(({ segment, month, net }) => ({
        segment: Number(segment),
        month: Number(month),
        net: net === null ? null : Number(net),
      }));
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function inPostgres(
  url: string,
  matrix: CloseMatrix,
  segments: readonly number[][],
): Promise<Peer> {
  const client = new pg.Client(url);
  await client.connect();
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
  return {
    ask: async () => (await client.query<Answer>(QUERY)).rows,
    async close() {
      await client.query("DROP TABLE IF EXISTS bench_close, bench_member");
      await client.end();
    },
  };
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
  await writeCsv(path.join(folder, "bench_close.csv"), closeRows(matrix));
  await writeCsv(path.join(folder, "bench_member.csv"), memberRows(segments));
  const duck = await inDuckDb(folder);
  const postgres = await inPostgres(url, matrix, segments);
  try {
    // As the peers' table of members: made once, asked of often.
    const asked = segmentsAsked(segments, matrix);
    const cells = netRetentionSeries(matrix, asked);
    check("DuckDB", await duck.ask(), cells);
    check("Postgres", await postgres.ask(), cells);
    const never = Number.POSITIVE_INFINITY;
    const times = { kernel: never, duck: never, postgres: never };
    for (let round = 0; round < ROUNDS; round += 1) {
      const kernel = await best(() => netRetentionSeries(matrix, asked));
      times.kernel = Math.min(times.kernel, kernel);
      times.duck = Math.min(times.duck, await best(duck.ask, 3));
      times.postgres = Math.min(times.postgres, await best(postgres.ask, 1));
    }
    const against = (time: number) => `${ms(time)} = ${(time / times.kernel).toFixed(1)} x`;
    note(
      `net retention, ${segments.length} segments x ${SHOWN} months, ${matrix.accounts} accounts: kernel`,
      `${ms(times.kernel)}, with who is in which segment ${ms(await best(() => netRetentionSeries(matrix, segmentsAsked(segments, matrix))))}`,
    );
    note("  all seven measures", ms(await best(() => segmentSeries(matrix, asked))));
    const read = await plainRead(matrix);
    note("  against reading the columns once", `${(times.kernel / read).toFixed(1)} x`);
    note("  DuckDB, same rows", against(times.duck), ">= 5 x");
    note("  Postgres, same rows", against(times.postgres), ">= 100 x");
  } finally {
    await duck.close();
    await postgres.close();
  }
  for (const name of ["bench_close.csv", "bench_member.csv"]) rmSync(path.join(folder, name));
}
