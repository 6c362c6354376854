import { onlyCurrency } from "@/lib/facts/only-currency";
import { wasActiveAt } from "@/lib/facts/stand-at";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  constantCurrency,
  contractValue,
  lastWholeMonth,
  type RatioRow,
  type RevenueRetention,
  type RevenueRow,
  revenueRetention,
} from "@/lib/metrics";
import { perSelection, perUnit, rowsOf } from "../per-epoch";
import { monthsBefore, type Scene, stoodAt } from "../scene";
import { wasCustomerBefore } from "./periods";

export type Row = RevenueRow & { unit: UnitFacts };
export type Rate = "gross" | "net";

type Amounts = { unit: UnitFacts; openingMinor: number; closingMinor: number };

function contractMinor(unit: UnitFacts, day: number): number {
  return unit.history.contracts.reduce((sum, contract) => sum + contractValue(contract, day), 0);
}

/** Yearly value of the contracts active now, and a year earlier. */
function contractRow(scene: Scene, day: number): (unit: UnitFacts) => Row {
  const opening = monthsBefore(day, 12);
  const stood = stoodAt(scene, day);
  return perUnit(scene.facts, `contract row ${day}`, (unit) =>
    atOpeningRate(scene, opening, day, {
      unit,
      openingMinor: contractMinor(unit, opening),
      closingMinor: stood.get(unit.id)?.activity.hasContract ? contractMinor(unit, day) : 0,
    }),
  );
}

/** Running revenue against the same figure a year earlier, of the accounts that were customers then. */
export function runningRow(scene: Scene, day: number): (unit: UnitFacts) => Row | null {
  const opening = monthsBefore(day, 12);
  const stood = stoodAt(scene, day);
  return perUnit(scene.facts, `running row ${day}`, (unit) => {
    const now = stood.get(unit.id);
    const base = now?.revenue.baseMinor ?? null;
    if (!now || base === null) return null;
    const wasCustomer = now.revenue.isShortHistory || wasActiveAt(scene.facts, unit, opening);
    return atOpeningRate(scene, opening, day, {
      unit,
      openingMinor: wasCustomer ? Math.max(0, base) : 0,
      closingMinor: now.standing ? Math.max(0, now.revenue.runningMinor) : 0,
    });
  });
}

const ROW_AT = { gross: contractRow, net: runningRow } as const;

/** What a rate looks at of an account. */
export function rowAt(scene: Scene, day: number, rate: Rate): (unit: UnitFacts) => Row | null {
  return ROW_AT[rate](scene, day);
}

export function rowsAt(scene: Scene, day: number, rate: Rate): readonly Row[] {
  return rowsOf(scene.units, `${rate} row ${day}`, rowAt(scene, day, rate));
}

/** What is left of the revenue of a selection, found once for a tile and the bridge. */
export function retainedAt(scene: Scene, day: number, rate: Rate): RevenueRetention {
  return perSelection(scene.units, `retained ${rate} ${day}`, () =>
    revenueRetention(rowsAt(scene, day, rate)),
  );
}

/** All amounts of a page stand at one rate; a ratio of two dates stands at that of the earlier one. */
function atOpeningRate(scene: Scene, opening: number, closing: number, amounts: Amounts): Row {
  const { unit, openingMinor, closingMinor } = amounts;
  const { rates, rateMonth } = scene.facts;
  const currency = onlyCurrency(unit.members, unit.terms);
  const factorAt = (month: number) => (currency === null ? 1 : rates.factor(currency, month));
  const page = factorAt(rateMonth);
  const [openingRate, closingRate] = [opening, closing].map((day) => {
    const then = factorAt(lastWholeMonth(day));
    return then === null || page === null ? 1 : then / page;
  });
  const { rows, exchangeEffectMinor } = constantCurrency([
    { openingMinor, closingMinor, openingRate: openingRate ?? 1, closingRate: closingRate ?? 1 },
  ]);
  const restated = rows[0] ?? { openingMinor, closingMinor };
  return {
    unit,
    ...restated,
    closingBookedMinor: Math.max(0, restated.closingMinor + (exchangeEffectMinor ?? 0)),
    wasCustomerBefore: wasCustomerBefore(unit, opening),
  };
}

/** What a rate is made of, of an account with revenue at the start. */
export function ratioOf({ openingMinor, closingMinor }: Row, rate: Rate): RatioRow {
  const y = rate === "gross" ? Math.min(openingMinor, closingMinor) : closingMinor;
  return { y, x: openingMinor };
}

/** The same, and null for the others. */
export function ratioRow(row: Row, rate: Rate): RatioRow | null {
  return row.openingMinor > 0 ? ratioOf(row, rate) : null;
}
