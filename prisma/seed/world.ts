import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import type { Company } from "./company";
import type { Generator } from "./generator";
import type { Row, StoryRows, TableName } from "./tables";

/** Everything a part of the story needs: the day it is told on, its own chance, and where rows go. */
export type World = {
  asOf: string;
  /** First day of the history: so many whole months before the month of the as-of day. */
  from: string;
  random: Generator;
  rows: StoryRows;
  company: Company;
  /** Waves by name. */
  waves: Map<string, Row<"wave">>;
  /** 'YYYY-MM-DD' so many days before the as-of day (negative: after it). */
  ago(days: number): string;
  newId(on: string): string;
  add<Name extends TableName>(table: Name, row: Row<Name>): Row<Name>;
  /** A sum in kroner as whole units of another currency, at the rates of the as-of day. */
  inCurrency(kroner: number, currency: string): number;
};

/** A time of the working day, in UTC. */
export function atWork(on: string, random: Generator): string {
  const minutes = random.int(7 * 60, 15 * 60);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0"));
  return `${on}T${clock.join(":")}:${String(random.int(0, 59)).padStart(2, "0")}.000Z`;
}

export function startOfDay(on: string): string {
  return `${on}T00:00:00.000Z`;
}

export function daysFrom(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The next weekday on or after a day. */
export function onWeekday(iso: string): string {
  const day = dayNumber(iso);
  const weekday = (day + 3) % 7;
  return isoOfDay(weekday === 5 ? day + 2 : weekday === 6 ? day + 1 : day);
}

/** First day of a customer's own history: the story begins in the middle of most. */
export function historyFrom(world: World, since: string): string {
  if (since < world.from) return world.from;
  return since;
}
