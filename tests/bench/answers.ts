// Confirmed answers per second against a route that inserts one row: same server, same run, in turns.
// Nothing is asserted but that every post is answered as expected and every answer is there.
//   npm run bench:answers [-- SECONDS ROUNDS]   (DATABASE_URL of an empty database, or a server of its own)

import { rmSync } from "node:fs";
import pg from "pg";
import { superviseProcesses } from "@/scripts/support/processes";
import { makeTestFolder } from "../support/leftovers";
import { type MeasuredApp, startMeasuredApp } from "./answers/app";
import { type Load, measureLoad } from "./answers/load";
import {
  type BenchWorld,
  countConfirmed,
  countSent,
  makeBenchWorld,
  signalMail,
} from "./answers/world";

const [SECONDS = 4, ROUNDS = 4] = process.argv.slice(2).map(Number);
const MAILS = 10_000;
/** So many are out before the answers are measured beside them. */
const MAILS_AT_SPEED = 200;
const PEOPLE = 80_000;

const WHAT = {
  form: { path: "bench-form", name: "reads the form, no database", expected: /^303 \/$/ },
  bare: { path: "bench-bare", name: "bare: inserts one row", expected: /^303 \/$/ },
  tenant: {
    path: "bench-tenant",
    name: "one row of a tenant, in its transaction",
    expected: /^303 \/$/,
  },
  answer: { path: "answer", name: "confirmed answer", expected: /^303 .*\/thanks$/ },
} as const;
type What = keyof typeof WHAT;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** Every kind in turn, several rounds, so that whatever else the machine does meets them all. */
async function compare(
  app: MeasuredApp,
  world: BenchWorld,
  kinds: readonly What[],
  rounds = ROUNDS,
) {
  const loads: Record<What, Load[]> = { form: [], bare: [], tenant: [], answer: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      const { path: end, expected } = WHAT[kind];
      const load = await measureLoad({
        origin: app.origin,
        path: (token) => `/s/${token}/${end}`,
        nextToken: () => {
          const token = world.tokens.pop();
          if (token === undefined) throw new Error("not enough invitations: fewer seconds, please");
          return token;
        },
        seconds: SECONDS,
        expected,
        pids: app.pids,
      });
      loads[kind].push(load);
    }
  }
  return loads;
}

function cpuOfKind(loads: readonly Load[]): { app: number; database: number } {
  const of = (part: "app" | "database") =>
    median(loads.map((load) => load.cpu[part] ?? Number.NaN));
  return { app: of("app"), database: of("database") };
}

function report(title: string, loads: Record<What, Load[]>, kinds: readonly What[]): void {
  console.log(`\n${title}`);
  for (const kind of kinds) {
    const rates = loads[kind].map((load) => load.perSecond);
    const p95 = median(loads[kind].map((load) => load.p95));
    const cpu = cpuOfKind(loads[kind]);
    console.log(
      `  ${WHAT[kind].name.padEnd(40)} ${median(rates).toFixed(0).padStart(6)}/s  p95 ${p95.toFixed(1)} ms` +
        `  computing: app ${cpu.app.toFixed(2)} ms, database ${cpu.database.toFixed(2)} ms` +
        `  (${rates.map((rate) => Math.round(rate)).join(", ")})`,
    );
  }
  for (const against of ["bare", "tenant"] as const) {
    if (loads[against].length === 0) continue;
    const rate = (kind: What) => median(loads[kind].map((load) => load.perSecond));
    const cost = (kind: What) => {
      const { app, database } = cpuOfKind(loads[kind]);
      return app + database;
    };
    const ratio = (rate("answer") / rate(against)).toFixed(2);
    const byCost = (cost(against) / cost("answer")).toFixed(2);
    console.log(`  answer : ${WHAT[against].name} = ${ratio} by the clock, ${byCost} by computing`);
  }
}

/** The worker takes a while to start and to open its first connection; that is not what is measured. */
async function untilSent(workspaceId: string, mails: number): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const sent = await countSent(workspaceId);
    if (sent >= mails) return sent;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the worker sends no mail");
}

// Outside the project: a second lockfile inside it would confuse the build.
const folder = makeTestFolder("holdfast-bench-");
const supervisor = superviseProcesses(folder);
try {
  const app = await startMeasuredApp(supervisor, process.env.DATABASE_URL);
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  await client.query("CREATE TABLE bench_row (id uuid PRIMARY KEY, score int, at timestamptz)");
  await client.end();
  const world = await makeBenchWorld(PEOPLE, "sent");
  const all = ["form", "bare", "tenant", "answer"] as const;
  await compare(app, world, ["bare", "answer"], 1);
  report("Nothing else going on", await compare(app, world, all), all);

  const mailing = await makeBenchWorld(MAILS, "due");
  await app.startMailing();
  await signalMail(mailing.workspaceId);
  const before = await untilSent(mailing.workspaceId, MAILS_AT_SPEED);
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const alone = (await countSent(mailing.workspaceId)) - before;
  const start = performance.now();
  const two = ["bare", "answer"] as const;
  const loads = await compare(app, world, two);
  const sent = (await countSent(mailing.workspaceId)) - before - alone;
  const seconds = (performance.now() - start) / 1000;
  report(
    `While ${MAILS} mails go out (${sent} sent meanwhile, ${(sent / seconds).toFixed(0)}/s; alone ${(alone / SECONDS).toFixed(0)}/s)`,
    loads,
    two,
  );
  console.log(`\nConfirmed answers in the database: ${await countConfirmed(world.workspaceId)}`);
} finally {
  await supervisor.stopAll();
  rmSync(folder, { recursive: true, force: true });
}
