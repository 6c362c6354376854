import { type Currency, codeOf, majorOf } from "./currency";
import { currencyExponent } from "./currency-exponent";
import { formatDay, formatMonth } from "./date";
import { formatMoneyInFull } from "./money";
import { minorToDecimal } from "./money-decimal";
import { formatNumber, formatPercent } from "./number";

/**
 * `share` is a ratio of 0..1, `money` minor units of the column's currency, `date` 'YYYY-MM-DD',
 * `month` 'YYYY-MM'; `number` is anything else that counts.
 */
export type FigureColumn = { header: string; decimals?: number } & (
  | { kind: "text" | "date" | "month" | "number" | "share" }
  | { kind: "money"; currency: Currency }
);

/** A cell as the figure has it; null is "not known". */
export type FigureCell = string | number | null;

/** What a chart shows, as rows: the table beside it and the file that leaves are made of the same. */
export type FigureTable = {
  /** Name in addresses, of its page. */
  key: string;
  title: string;
  columns: readonly FigureColumn[];
  rows: readonly (readonly FigureCell[])[];
};

/** As a reader of the page sees it. */
export function formatCell(
  column: FigureColumn,
  cell: FigureCell | undefined,
  locale: string,
): string {
  if (cell === null || cell === undefined) return "–";
  if (typeof cell === "string") {
    if (column.kind === "date") return formatDay(cell, locale);
    return column.kind === "month" ? formatMonth(`${cell}-01`, locale) : cell;
  }
  if (column.kind === "money")
    return formatMoneyInFull(cell, { locale, currency: column.currency });
  if (column.kind === "share") return formatPercent(cell, locale, column.decimals ?? 1);
  // Beside five digits, three decimals are noise.
  return formatNumber(cell, locale, Math.abs(cell) < 10_000 ? (column.decimals ?? 0) : 0);
}

/** As a sheet reckons with it: shares as ratios, money in whole units, nothing where nothing is known. */
export function plainCell(
  column: FigureColumn,
  cell: FigureCell | undefined,
): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (column.kind !== "money" || typeof cell === "string") return cell;
  const code = codeOf(column.currency);
  const minor = majorOf(cell, column.currency) * 10 ** currencyExponent(code);
  return minorToDecimal(BigInt(Math.round(minor)), code);
}

export function isNumeric({ kind }: FigureColumn): boolean {
  return kind === "number" || kind === "share" || kind === "money";
}
