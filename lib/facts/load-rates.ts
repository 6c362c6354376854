import type { Reader } from "@/lib/db/with-workspace-sql";
import { buildRates, type RateRow, type Rates } from "./currency";

/** Each month's last rate of every currency. */
export async function loadRates(tx: Reader, currency: string): Promise<Rates> {
  const rows = await tx.$queryRaw<RateRow[]>`
    SELECT DISTINCT ON (code, month) code, per_eur AS "perEur",
      (extract(year FROM date) * 12 + extract(month FROM date) - 1)::int AS month
    FROM currency_rate
    ORDER BY code, month, date DESC`;
  return buildRates(rows, currency);
}
