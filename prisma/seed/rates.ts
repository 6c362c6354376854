import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addDays } from "@/lib/format/calendar";
import { addMonths } from "./add-months";

// Rounded, illustrative rates of a made-up company (units per EUR); a real installation imports
// published ones. Where the story runs past the table, its last row is carried on.

export type Rate = { date: string; code: string; perEur: number };

const FILE = fileURLToPath(new URL("./data/rates.csv", import.meta.url));

export function ratesFromFile(): Rate[] {
  const lines = readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [, ...codes] = (lines[0] ?? "").split(",");
  return lines.slice(1).flatMap((line) => {
    const [date = "", ...values] = line.split(",");
    return codes.map((code, index) => ({ date, code, perEur: Number(values[index]) }));
  });
}

/** Month-end rates from the table's start to the month of the as-of day. */
export function ratesUntil(asOf: string): Rate[] {
  const rates = ratesFromFile();
  const endOfMonth = monthEnd(asOf);
  const within = rates.filter((rate) => rate.date <= endOfMonth);
  const last = rates[rates.length - 1]?.date ?? endOfMonth;
  const carried: Rate[] = [];
  for (let date = monthEnd(addMonths(`${last.slice(0, 7)}-01`, 1)); date <= endOfMonth; ) {
    carried.push(...rates.filter((rate) => rate.date === last).map((rate) => ({ ...rate, date })));
    date = monthEnd(addMonths(`${date.slice(0, 7)}-01`, 1));
  }
  return [...within, ...carried];
}

/** Factors from kroner into other currencies, at the last rates on or before a day. */
export function fromKroner(rates: readonly Rate[], on: string): (code: string) => number {
  const perEur = new Map([["EUR", 1]]);
  for (const rate of rates) if (rate.date <= on) perEur.set(rate.code, rate.perEur);
  return (code) => {
    const [from, to] = [perEur.get("DKK"), perEur.get(code)];
    if (from === undefined || to === undefined)
      throw new RangeError(`no rate for ${code} on ${on}`);
    return to / from;
  };
}

function monthEnd(iso: string): string {
  return addDays(addMonths(`${iso.slice(0, 7)}-01`, 1), -1);
}
