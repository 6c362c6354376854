import { checkNonNegative } from "../core/check";
import { sum } from "../core/order-statistics";
import { type Estimate, type Interval, interval, z95 } from "../core/result";
import { packedRatio } from "../statistics/clustered-ratio";

/** How a new or won-back customer came: by referral or of itself, by our paying for it, or not known. */
export type CustomerSource = "earned" | "bought" | "unknown";

export type GrowthRow = {
  readonly openingMinor: number;
  readonly closingMinor: number;
  /** Only read where there was no opening revenue; unknown by default. */
  readonly source?: CustomerSource;
};

/** From none to all of the unknown sources earned; the interval covers both ends and chance. */
export type GrowthRange = {
  readonly low: number;
  readonly high: number;
  readonly interval: Interval | null;
};

export type EarnedGrowth =
  | {
      /** Earned growth rate, unknown sources counted as bought; `high` counts them as earned. */
      readonly value: number;
      readonly high: number;
      readonly n: number;
      readonly interval: Interval | null;
      readonly netRetention: number;
      readonly totalGrowth: number;
      /** Earned / total growth; null where revenue did not grow, without interval where growth is not proven. */
      readonly ratio: GrowthRange | null;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "zeroDenominator" };

/**
 * Earned growth: how much of the growth came from customers who stayed, came back or brought others?
 *
 * Formula: net revenue retention + earned new revenue / opening revenue - 1; ratio = earned growth /
 * total growth. New revenue of unknown source makes a range: none of it earned, all of it earned.
 * Interval: ratio estimator with the account as unit, from the range's low end to its high end;
 * Fieller's for the ratio.
 *
 * @param rows one row per account: revenue of the year before and of this year in minor units of one
 *   currency, and for accounts without revenue before how they came
 * @returns rates (0.10 = 10 %); the ratio only where total revenue grew; n accounts
 * Empty: null with noData without rows, zeroDenominator when there was no opening revenue.
 * @throws RangeError when an amount is negative or not finite, naming the row
 * @source Reichheld, Darnell & Burns (2021), Net Promoter 3.0, Harvard Business Review 99(6); Cochran (1977); Fieller (1954), JRSS B 16
 * @example earnedGrowth([{ openingMinor: 100, closingMinor: 85 }, { openingMinor: 0, closingMinor: 25, source: "earned" }, { openingMinor: 0, closingMinor: 20, source: "bought" }]).value // => 0.1
 * @example earnedGrowth([{ openingMinor: 100, closingMinor: 85 }, { openingMinor: 0, closingMinor: 25, source: "earned" }, { openingMinor: 0, closingMinor: 20, source: "bought" }]).ratio.low // => 0.33
 */
export function earnedGrowth(rows: readonly GrowthRow[]): EarnedGrowth {
  rows.forEach((row, index) => {
    checkNonNegative(row.openingMinor, () => `rows[${index}].openingMinor`);
    checkNonNegative(row.closingMinor, () => `rows[${index}].closingMinor`);
  });
  const [none, least, most] = [
    earnedOf(rows, []),
    earnedOf(rows, ["earned"]),
    earnedOf(rows, ["earned", "unknown"]),
  ];
  const growth = eachOf(rows, ({ openingMinor, closingMinor }) => closingMinor - openingMinor);
  const rate = rateOf(rows, least);
  if (rate.value === null) return rate;
  // The same opening revenue stands under all of them: what one knows, the others know.
  const [net, high, total] = [none, most, growth].map((own) => rateOf(rows, own) as Known) as [
    Known,
    Known,
    Known,
  ];
  return {
    value: rate.value,
    high: high.value,
    n: rate.n,
    interval: span(rate.interval, high.interval),
    netRetention: 1 + net.value,
    totalGrowth: total.value,
    ratio: ratioOf(least, most, growth),
  };
}

type Known = Extract<Estimate, { readonly value: number }>;

/** Of each row a number; as numbers of one kind they take no objects. */
function eachOf(rows: readonly GrowthRow[], of: (row: GrowthRow) => number): Float64Array {
  const each = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    each[at] = of(row);
  });
  return each;
}

/** What each account adds to earned growth: all change of old ones, and new ones of these sources. */
function earnedOf(rows: readonly GrowthRow[], sources: readonly CustomerSource[]): Float64Array {
  return eachOf(rows, ({ openingMinor, closingMinor, source = "unknown" }) =>
    openingMinor > 0 || sources.includes(source) ? closingMinor - openingMinor : 0,
  );
}

function rateOf(rows: readonly GrowthRow[], growth: Float64Array) {
  const pairs = new Float64Array(2 * rows.length);
  rows.forEach(({ openingMinor }, at) => {
    pairs[2 * at] = growth[at] as number;
    pairs[2 * at + 1] = openingMinor;
  });
  return packedRatio([pairs]);
}

function ratioOf(
  least: Float64Array,
  most: Float64Array,
  growth: Float64Array,
): GrowthRange | null {
  const total = sum(growth);
  if (total <= 0) return null;
  return {
    low: sum(least) / total,
    high: sum(most) / total,
    interval: span(fieller(least, growth), fieller(most, growth)),
  };
}

/**
 * Limits of sum y / sum x by account where x may be negative too; null where sum x itself is not
 * proven to differ from 0, because then no ratio can be excluded.
 */
function fieller(y: Float64Array, x: Float64Array): Interval | null {
  const n = y.length;
  const [sumY, sumX] = [sum(y), sum(x)];
  const spread = (a: Float64Array, b: Float64Array) =>
    (z95 ** 2 / (n - 1)) * (n * sum(a.map((one, i) => one * (b[i] as number))) - sum(a) * sum(b));
  const [a, b, c] = [
    sumX ** 2 - spread(x, x),
    sumX * sumY - spread(x, y),
    sumY ** 2 - spread(y, y),
  ] as const;
  if (n < 2 || a <= 0) return null;
  const half = Math.sqrt(Math.max(0, b ** 2 - a * c)) / a;
  const value = sumY / sumX;
  return interval("fieller", Math.min(value, b / a - half), Math.max(value, b / a + half), { n });
}

function span(low: Interval | null, high: Interval | null): Interval | null {
  return low && high && { ...low, high: high.high };
}
