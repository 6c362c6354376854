import type { Reader } from "@/lib/db/with-workspace-sql";
import type { ShownCurrency } from "@/lib/format/currency";

type RateOfDay = { code: string; perEur: number; on: string };

/** Rates are published together; one that stopped a month before the others is none of the day. */
function loadRatesOfDay(tx: Reader, asOf: string): Promise<RateOfDay[]> {
  return tx.$queryRaw<RateOfDay[]>`
    SELECT DISTINCT ON (code) code, per_eur AS "perEur", date::text AS "on"
    FROM currency_rate
    WHERE date <= ${asOf}::date
      AND date > (SELECT max(date) FROM currency_rate WHERE date <= ${asOf}::date) - 31
    ORDER BY code, date DESC`;
}

function earlier(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? a : b;
}

/** Currencies in which amounts of the workspace can be read, each at its latest rate on or before a day. */
export async function loadShownCurrencies(
  tx: Reader,
  of: string,
  asOf: string,
): Promise<ShownCurrency[]> {
  const quoted = await loadRatesOfDay(tx, asOf);
  const [newest] = quoted
    .map(({ on }) => on)
    .sort()
    .reverse();
  if (newest === undefined) return [];
  const rates: RateOfDay[] = [{ code: "EUR", perEur: 1, on: newest }, ...quoted];
  const own = rates.find(({ code }) => code === of);
  if (!own) return [];
  return rates
    .filter(({ code }) => code !== of)
    .map(({ code, perEur, on }) => ({
      code,
      of,
      rate: own.perEur / perEur,
      on: earlier(on, own.on),
    }))
    .sort((a, b) => a.code.localeCompare(b.code, "en"));
}
