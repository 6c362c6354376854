// Changes the formulas one expression at a time, room by room: npm run test:mutation [-- answers core ...]
// --file net-promoter-score changes that file alone, --tests net-promoter-score asks those tests alone,
// --clock 5 gives tests five seconds above their own time.
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { say } from "./support/progress";

const FLOOR = 85;
const LEFT_OUT = ["definitions"];
const ROOMS = readdirSync("lib/metrics", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !LEFT_OUT.includes(entry.name))
  .map((entry) => entry.name);

type Tally = { room: string; killed: number; timedOut: number; survived: number; score: number };

async function mutate(room: string, file: string): Promise<Tally> {
  // The runners of Stryker are processes of their own and read this with their configuration of vitest.
  process.env.HOLDFAST_MUTATION_ROOM = room;
  process.env.HOLDFAST_MUTATION_TESTS = values.tests;
  const report = `test-results/mutation/${file === "*" ? room : `${room}-${file}`}`;
  const mutants = await new Stryker({
    mutate: [`lib/metrics/${room}/${file}.ts`, "!lib/metrics/**/*types.ts"],
    concurrency: Number(values.concurrency),
    timeoutMS: 1000 * Number(values.clock),
    tempDirName: `test-results/stryker-${room}`,
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
  }).runMutationTest();
  const count = (...states: string[]) =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const killed = count("Killed");
  const timedOut = count("Timeout");
  const survived = count("Survived", "NoCoverage");
  const score = (100 * (killed + timedOut)) / (killed + timedOut + survived);
  return { room, killed, timedOut, survived, score };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: "string", default: "*" },
    tests: { type: "string", default: "*" },
    concurrency: { type: "string", default: String(availableParallelism()) },
    clock: { type: "string", default: "20" },
  },
});
const unknown = positionals.filter((name) => !ROOMS.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown room ${unknown.join(", ")}. There are: ${ROOMS.join(", ")}.`);
  process.exit(2);
}

const tallies: Tally[] = [];
for (const room of positionals.length > 0 ? positionals : ROOMS)
  tallies.push(await mutate(room, values.file));

say("\nroom          killed  timed out  survived    score");
for (const { room, killed, timedOut, survived, score } of tallies) {
  const numbers = [
    String(killed).padStart(8),
    String(timedOut).padStart(11),
    String(survived).padStart(10),
  ];
  say(`${room.padEnd(12)}${numbers.join("")} ${`${score.toFixed(1)} %`.padStart(9)}`);
}
process.exitCode = tallies.every(({ score }) => score >= FLOOR) ? 0 : 1;
