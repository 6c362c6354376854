import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder =
  process.env.HOLDFAST_DATA_DIR ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const file = join(folder, "cdnow/CDNOW_sample.txt");

/** Fader and Hardie's research sample is not part of the project; without it only CI must fail. */
export const hasCdnow = existsSync(file);
if (!hasCdnow && process.env.CI) throw new Error(`data set not found, see docs: ${file}`);
if (!hasCdnow) console.info(`data set not found, see docs: ${file}`);

export type CdnowCustomer = {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly meanSpend: number;
};

/** 2,357 customers up to 30 September 1997, purchases of a day merged, weeks as days / 7. */
export function cdnowCustomers(): CdnowCustomer[] {
  const end = Date.UTC(1997, 8, 30) / 86_400_000;
  const customers = new Map<string, Map<number, number>>();
  for (const line of readFileSync(file, "utf8").trim().split(/\r?\n/)) {
    const [, id = "", date = "", , amount = ""] = line.trim().split(/\s+/);
    const on = Date.UTC(+date.slice(0, 4), +date.slice(4, 6) - 1, +date.slice(6, 8)) / 86_400_000;
    const days = customers.get(id) ?? new Map<number, number>();
    customers.set(id, days);
    if (on <= end) days.set(on, (days.get(on) ?? 0) + Number(amount));
  }
  return [...customers.values()].map((days) => {
    const [first = end, ...repeats] = [...days.keys()].sort((a, b) => a - b);
    const spend = repeats.reduce((total, on) => total + (days.get(on) ?? 0), 0);
    return {
      frequency: repeats.length,
      recency: ((repeats.at(-1) ?? first) - first) / 7,
      age: (end - first) / 7,
      meanSpend: repeats.length === 0 ? 0 : spend / repeats.length,
    };
  });
}
