// All tests: npm test [-- --only static,unit,integration,e2e] [--full] [part of a file name ...]
// --full also runs the slow matrix: tests tagged @full, and those that ask for HOLDFAST_TEST_FULL.
import { parseArgs } from "node:util";
import { say } from "./support/progress";
import { type Counts, runStage, STAGES, type Stage } from "./support/test-stages";

type Outcome = Counts & { stage: Stage; seconds: number };

function chosenStages(only: string | undefined): Stage[] {
  if (only === undefined) return [...STAGES];
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !STAGES.some((stage) => stage === name));
  if (unknown.length > 0) {
    console.error(`Unknown stage ${unknown.join(", ")}. There are: ${STAGES.join(", ")}.`);
    process.exit(2);
  }
  return STAGES.filter((stage) => names.includes(stage));
}

function printSummary(outcomes: Outcome[]): boolean {
  const sum = (pick: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  say("\nstage          passed  failed  skipped     time");
  for (const { stage, passed, failed, skipped, seconds } of outcomes) {
    const numbers = [passed, failed, skipped].map((n) => String(n).padStart(8)).join("");
    say(`${stage.padEnd(12)} ${numbers} ${`${seconds.toFixed(1)} s`.padStart(9)}`);
  }
  const failed = sum((outcome) => outcome.failed);
  const skipped = sum((outcome) => outcome.skipped);
  say();
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  say(`${sum((outcome) => outcome.passed)} passed, ${failed} failed${tail}`);
  return failed === 0;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, full: { type: "boolean", default: false } },
});
if (values.full) process.env.HOLDFAST_TEST_FULL = "1";
// The runners get Ctrl-C too and clean up; we wait for them and show what there is.
process.on("SIGINT", () => {});

const outcomes: Outcome[] = [];
for (const stage of chosenStages(values.only)) {
  say(`\n== ${stage} ==`);
  const start = Date.now();
  const counts = await runStage(stage, positionals);
  outcomes.push({ stage, seconds: (Date.now() - start) / 1000, ...counts });
}
process.exitCode = printSummary(outcomes) ? 0 : 1;
