import { addDays, dayNumber, isoOfDay } from "@/lib/format/calendar";
import { type Company, makeCompany } from "./company";
import { type Generator, makeGenerator } from "./generator";
import { ratesFromFile, toCurrency } from "./rates";
import { noRows, type Row, type StoryRows, type TableName } from "./tables";

/** Everything a part of the story needs: the day it is told on, its own chance, and where rows go. */
export type World = {
  asOf: string;
  /** First day of the history: 36 whole months before the month of the as-of day. */
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

const HISTORY_MONTHS = 36;

export function makeWorld(asOf: string, seed: number): World {
  const random = makeGenerator(seed);
  const ids = random.fork("ids");
  const rows = noRows();
  const rates = ratesFromFile();
  const world: World = {
    asOf,
    from: firstOfMonth(asOf, -HISTORY_MONTHS),
    random,
    rows,
    company: { employees: {}, productTypes: {}, surveys: {} } as unknown as Company,
    waves: new Map(),
    ago: (days) => addDays(asOf, -days),
    newId: (on) => ids.uuid(dayNumber(on)),
    add: (table, row) => {
      rows[table].push(row);
      return row;
    },
    inCurrency: (kroner, currency) => toCurrency(rates, kroner, currency, asOf),
  };
  world.company = makeCompany(world);
  return world;
}

function firstOfMonth(iso: string, months: number): string {
  const month = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

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
