import type { Page } from "@playwright/test";
import { at, ms, note } from "../data/table";
import { type Choice, changeFilter, choicesOf } from "./filter-change";
import { openPage, type Visitor } from "./visitor";

export type Size = { values: number; rounds: number };

/** Filters of the pages that measure; a page has one or more of them. */
const FILTERS = ["asOf", "segment", "owner"] as const;
const FILTERS_MEASURED = 2;

type Times = { first: number[]; again: number[] };

async function changes(page: Page, { select, values }: Choice, rounds: number): Promise<Times> {
  const first: number[] = [];
  const again: number[] = [];
  for (const value of values) first.push(await changeFilter(page, select, value));
  for (let round = 0; round < rounds; round += 1)
    for (const value of values) again.push(await changeFilter(page, select, value));
  return { first, again };
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `p50 ${ms(at(sorted, 0.5))}, p95 ${ms(at(sorted, 0.95))}`;
}

/** A signed-in page on which there is nothing: what a change costs before anything is computed. */
export async function benchEmptyPage(
  visitor: Visitor,
  address: string,
  { values, rounds }: Size,
): Promise<number> {
  await openPage(visitor.page, address);
  const choice = { select: "worklist", values: ["1", ""] };
  const { again } = await changes(visitor.page, choice, Math.ceil((rounds * values) / 2));
  const p95 = at(
    again.toSorted((a, b) => a - b),
    0.95,
  );
  note("an empty signed-in page, filter changed", `${spread(again)} (n ${again.length})`);
  return p95;
}

/** One page: opened after an event of an account, then its filters changed, first anew and then again. */
export async function benchPage(
  { page, weight }: Visitor,
  { name, address }: { name: string; address: string },
  { values, rounds }: Size,
  bareP95: number,
): Promise<void> {
  const opened = await openPage(page, address);
  const times: Times = { first: [], again: [] };
  let measured = 0;
  for (const select of FILTERS) {
    const choice = await choicesOf(page, select, values);
    if (choice.values.length === 0 || measured === FILTERS_MEASURED) continue;
    measured += 1;
    const { first, again } = await changes(page, choice, rounds);
    times.first.push(...first);
    times.again.push(...again);
    await openPage(page, address);
  }
  if (times.again.length === 0) return note(`${name}, first view after an event`, ms(opened));
  const sorted = times.again.toSorted((a, b) => a - b);
  const ratio = (at(sorted, 0.95) / bareP95).toFixed(1);
  note(
    `${name}, filter changed to what was looked at before`,
    `${spread(times.again)} = ${ratio} x (n ${times.again.length})`,
    "p95 200 ms",
  );
  note(`  to what nobody looked at since`, `${spread(times.first)} (n ${times.first.length})`);
  note(`  first view after an event`, ms(opened), "1.5 s");
  const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  note(`  sent, compressed: page, change`, `${kB(weight.document)}, ${kB(weight.changes)}`);
}
