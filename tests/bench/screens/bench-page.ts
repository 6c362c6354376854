import type { Page } from "@playwright/test";
import { cpuOf } from "../answers/cpu";
import { at, ms, note } from "../data/table";
import { type Choice, changeFilter, choicesOf } from "./filter-change";
import { openPage, type Visitor } from "./visitor";

/** Of each filter so many values, so many times; `app` is the process that answers. */
export type Size = { values: number; rounds: number; app: number };

/** Filters of the pages that measure; a page has one or more of them. */
const FILTERS = ["asOf", "segment", "owner"] as const;
const FILTERS_MEASURED = 2;

/** Milliseconds by the browser's clock, and what the app computed meanwhile. */
type Times = { first: number[]; again: number[]; firstCpu: number; againCpu: number };

async function changes(
  page: Page,
  app: number,
  { select, values }: Choice,
  rounds: number,
): Promise<Times> {
  const first: number[] = [];
  const again: number[] = [];
  const start = cpuOf(app) ?? Number.NaN;
  for (const value of values) first.push(await changeFilter(page, select, value));
  const between = cpuOf(app) ?? Number.NaN;
  for (let round = 0; round < rounds; round += 1)
    for (const value of values) again.push(await changeFilter(page, select, value));
  const end = cpuOf(app) ?? Number.NaN;
  return { first, again, firstCpu: between - start, againCpu: end - between };
}

/** Computing stands beside the clock: others may be busy. */
function spread(times: readonly number[], cpu: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const each = ms(cpu / times.length);
  return `p50 ${ms(at(sorted, 0.5))}, p95 ${ms(at(sorted, 0.95))}, computing ${each}, n ${times.length}`;
}

/** A signed-in page on which there is nothing: what a change costs before anything is computed. */
export async function benchEmptyPage(
  { page }: Visitor,
  address: string,
  { values, rounds, app }: Size,
): Promise<number> {
  await openPage(page, address);
  const choice = { select: "worklist", values: ["1", ""] };
  const { again, againCpu } = await changes(page, app, choice, rounds * values);
  const p95 = at(
    again.toSorted((a, b) => a - b),
    0.95,
  );
  note("an empty signed-in page, filter changed", spread(again, againCpu));
  return p95;
}

/** One page: opened after an event of an account, then its filters changed, first anew and then again. */
export async function benchPage(
  { page, weight }: Visitor,
  { name, address }: { name: string; address: string },
  { values, rounds, app }: Size,
  bareP95: number,
): Promise<void> {
  const before = cpuOf(app) ?? Number.NaN;
  const opened = await openPage(page, address);
  const openedCpu = (cpuOf(app) ?? Number.NaN) - before;
  const times: Times = { first: [], again: [], firstCpu: 0, againCpu: 0 };
  let measured = 0;
  for (const select of FILTERS) {
    const choice = await choicesOf(page, select, values);
    if (choice.values.length === 0 || measured === FILTERS_MEASURED) continue;
    measured += 1;
    const own = await changes(page, app, choice, rounds);
    times.first.push(...own.first);
    times.again.push(...own.again);
    times.firstCpu += own.firstCpu;
    times.againCpu += own.againCpu;
    await openPage(page, address);
  }
  if (times.again.length === 0) return note(`${name}, first view after an event`, ms(opened));
  const sorted = times.again.toSorted((a, b) => a - b);
  const ratio = (at(sorted, 0.95) / bareP95).toFixed(1);
  note(
    `${name}, filter changed to what was looked at before`,
    `${spread(times.again, times.againCpu)} = ${ratio} x`,
    "p95 200 ms",
  );
  note(`  to what nobody looked at since`, spread(times.first, times.firstCpu));
  note(`  first view after an event`, `${ms(opened)}, computing ${ms(openedCpu)}`, "1.5 s");
  const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  note(`  sent, compressed: page, change`, `${kB(weight.document)}, ${kB(weight.changes)}`);
}
