import {
  type AccountHistory,
  emptyAccountHistory,
  firstDayOfMonth,
  monthOfDay,
  type OrderRow,
  orderHistory,
} from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";

export const accounts = Number(process.env.BENCH_ACCOUNTS ?? 100_000);
export const months = 60;
export const segments = 20;
export const lastDay = Date.UTC(2026, 8, 30) / 86_400_000;
export const firstMonth = monthOfDay(lastDay) - months + 1;

/** Revenue in minor units by account and month, account by account; 0 before the first and after the last. */
export function randomRevenue(): Float64Array {
  const random = seededRandom(1);
  const revenue = new Float64Array(accounts * months);
  for (let account = 0; account < accounts; account += 1) {
    const from = Math.floor(months * random() ** 2);
    const until = random() < 0.6 ? months : from + Math.floor((months - from) * random());
    const level = Math.exp(8 + 2 * random());
    for (let month = from; month < until; month += 1)
      revenue[account * months + month] = Math.round(level * (0.7 + 0.6 * random()));
  }
  return revenue;
}

/** An order in four of ten months, for as long as the account buys at all. */
export function randomHistory(
  account: number,
  revenue: Float64Array,
  random: () => number,
): AccountHistory {
  const rows: OrderRow[] = [];
  for (let month = 0; month < months; month += 1) {
    const amountMinor = revenue[account * months + month] as number;
    if (amountMinor === 0 || random() > 0.4) continue;
    const day = firstDayOfMonth(firstMonth + month) + Math.floor(28 * random());
    rows.push({ day, amountMinor, choice: random() < 0.8 ? "active" : "automatic" });
  }
  return { ...emptyAccountHistory, accountId: String(account), orders: orderHistory(rows) };
}
