import { addDays } from "@/lib/format/calendar";
import type { Customer } from "../accounts";
import type { ProductKey } from "../company";
import type { Generator } from "../generator";
import { addCreditNote, addOrder, type OrderSpec } from "../orders";
import { viewAt } from "../sentiment";
import { daysFrom, historyFrom, onWeekday, type World } from "../world";
import type { Plan } from "./plan";

type Habit = {
  usualDays: number;
  /** Kroner a year with active orders, at the as-of day's level. */
  yearlyKroner: number;
  growth: number;
  mix: readonly (readonly [ProductKey, number])[];
  discount: number;
  isChoiceRecorded: boolean;
  summerShare: number;
  lateness: number;
};

const ORDERED: readonly (readonly [ProductKey, number])[] = [
  ["parts", 40],
  ["seals", 22],
  ["pumps", 22],
  ["controls", 9],
  ["visits", 14],
];

export function addOrdinaryOrders(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  yearlyKroner: number,
): void {
  const standing = random.chance(0.2) ? random.between(0.15, 0.4) : 0;
  const habit = drawHabit(random, plan, yearlyKroner * (1 - standing));
  const first = historyFrom(world, plan.since);
  const days = orderDays(world, random, plan, habit, first);
  for (const on of days) addOne(world, random, customer, habit, on);
  if (standing > 0)
    addStanding(world, random, customer, plan, (yearlyKroner * standing) / 12, first);
}

function drawHabit(random: Generator, plan: Plan, yearlyKroner: number): Habit {
  const types = random.weighted([
    [1, 30],
    [2, 34],
    [3, 24],
    [4, 12],
  ] as const);
  return {
    usualDays: Math.min(105, Math.max(10, random.logNormal(34, 0.45))),
    yearlyKroner,
    growth: random.normal(1.085, 0.05) + 0.025 * viewAt(plan.sentiment, 1),
    mix: drawMix(random, types),
    discount: random.chance(0.45) ? 0 : random.between(0.04, 0.17),
    isChoiceRecorded: random.chance(0.8),
    summerShare: random.between(0.5, 0.95),
    lateness: 0.5 - 1.6 * plan.sentiment.service,
  };
}

function drawMix(random: Generator, types: number): [ProductKey, number][] {
  const mix = new Map<ProductKey, number>();
  while (mix.size < types) mix.set(random.weighted(ORDERED), random.between(0.4, 1.6));
  return [...mix];
}

/** The account's own rhythm, with jitter; July and the days around Christmas are thin. */
function orderDays(
  world: World,
  random: Generator,
  plan: Plan,
  habit: Habit,
  first: string,
): string[] {
  const days: string[] = [];
  const stop = plan.end?.on ?? world.asOf;
  const quietFrom =
    plan.fade === "quiet"
      ? world.ago(Math.round(habit.usualDays * random.between(2.7, 3.7)))
      : null;
  const fadeFrom = plan.fade === "lessOrders" ? world.ago(random.int(290, 340)) : null;
  let on = addDays(first, random.int(0, Math.round(habit.usualDays)));
  while (on <= stop) {
    const day = onWeekday(
      isHoliday(on) && random.chance(habit.summerShare) ? addDays(on, random.int(6, 18)) : on,
    );
    if (day > stop || (quietFrom !== null && day > quietFrom)) break;
    if (days[days.length - 1] !== day) days.push(day);
    const slower = fadeFrom !== null && day > fadeFrom ? 4 : 1;
    const gap = habit.usualDays * slower * Math.max(0.25, random.normal(1, 0.2));
    on = addDays(day, Math.max(2, Math.round(gap)));
  }
  return days;
}

function isHoliday(on: string): boolean {
  const monthDay = on.slice(5);
  return (monthDay >= "07-06" && monthDay <= "08-02") || monthDay >= "12-20" || monthDay <= "01-06";
}

/** Spring and autumn are the seasons for pumps. */
function season(on: string): number {
  return 1 + 0.16 * Math.cos(((Number(on.slice(5, 7)) - 4) / 6) * 2 * Math.PI);
}

function addOne(
  world: World,
  random: Generator,
  customer: Customer,
  habit: Habit,
  on: string,
): void {
  const years = daysFrom(on, world.asOf) / 365;
  const level = (habit.yearlyKroner * habit.usualDays) / 365 / habit.growth ** years;
  const isDiscounted = habit.discount > 0 && random.chance(0.6);
  const spec: OrderSpec = {
    on,
    kroner: level * random.logNormal(0.95, 0.36) * season(on),
    lines: linesOf(random, habit.mix),
    chosenBy: habit.isChoiceRecorded ? "active" : null,
    ...(random.chance(0.85)
      ? { discount: isDiscounted ? Math.round(habit.discount * 100) / 100 : 0 }
      : {}),
    lateDays: random.chance(0.85) ? Math.round(random.normal(habit.lateness, 2.5)) : null,
  };
  addOrder(world, customer, spec);
  if (random.chance(0.02)) {
    const { lines, chosenBy } = spec;
    const on = addDays(spec.on, random.int(6, 24));
    addCreditNote(world, customer, {
      on,
      kroner: spec.kroner * 0.3,
      lines: lines.slice(0, 1),
      chosenBy: chosenBy ?? null,
    });
  }
}

function linesOf(random: Generator, mix: Habit["mix"]): [ProductKey, number][] {
  const present = mix.filter(() => random.chance(0.7));
  const drawn = (present.length > 0 ? present : mix.slice(0, 1)).map(
    ([product, weight]) => [product, weight * random.between(0.6, 1.4)] as const,
  );
  const total = drawn.reduce((sum, [, weight]) => sum + weight, 0);
  return drawn.map(([product, weight]) => [product, weight / total]);
}

/** The same parts every month, without anybody choosing. */
function addStanding(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  kroner: number,
  first: string,
): void {
  const product = random.pick<ProductKey>(["seals", "parts"]);
  const stop = plan.end?.on ?? world.asOf;
  for (let on = addDays(first, random.int(0, 20)); on <= stop; on = addDays(on, 30)) {
    addOrder(world, customer, {
      on,
      kroner,
      lines: [[product, 1]],
      chosenBy: "automatic",
      discount: 0.05,
    });
  }
}
