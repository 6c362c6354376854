import type { MonthColumn, MonthSeries } from "../month-columns";

/** Columns that the measures over months are made of, in the type that holds them. */
const TYPES = {
  openingMinor: Float64Array,
  closingMinor: Float64Array,
  contractOpeningMinor: Float64Array,
  contractClosingMinor: Float64Array,
  state: Uint8Array,
  orderDates: Uint8Array,
  ownedTypes: Uint8Array,
  npsSum: Int16Array,
  npsCount: Uint16Array,
  csat5Top: Uint16Array,
  csat5Count: Uint16Array,
  csat7Top: Uint16Array,
  csat7Count: Uint16Array,
  csat4Top: Uint16Array,
  csat4Count: Uint16Array,
  csat3Top: Uint16Array,
  csat3Count: Uint16Array,
} as const satisfies { [Name in MonthColumn]?: unknown };

export type CloseColumn = keyof typeof TYPES;
type Column = Float64Array | Uint8Array | Int16Array | Uint16Array;

/**
 * Account by month: the cell of account a at the m-th month is `a * months + m`. A column of which
 * nothing is known is not there.
 */
export type CloseMatrix = {
  readonly accounts: number;
  readonly firstMonth: number;
  readonly months: number;
  readonly columns: { readonly [Name in CloseColumn]?: Column };
};

function fill(name: CloseColumn, series: readonly MonthSeries[], first: number, months: number) {
  const column = new TYPES[name](series.length * months) as Column;
  let isUsed = false;
  series.forEach((own, account) => {
    const values = own.column(name);
    const from = Math.max(0, first - own.firstMonth);
    const until = Math.min(values.length, first + months - own.firstMonth);
    const offset = account * months + own.firstMonth - first;
    for (let index = from; index < until; index += 1) {
      const value = values[index] as number;
      if (value === 0) continue;
      column[offset + index] = value;
      isUsed = true;
    }
  });
  return isUsed ? column : null;
}

/** The closes of some months of some accounts, side by side; all columns, or those that are needed. */
export function closeMatrix(
  series: readonly MonthSeries[],
  firstMonth: number,
  months: number,
  names: readonly CloseColumn[] = Object.keys(TYPES) as CloseColumn[],
): CloseMatrix {
  const columns: { [Name in CloseColumn]?: Column } = {};
  for (const name of names) {
    const column = fill(name, series, firstMonth, months);
    if (column) columns[name] = column;
  }
  return { accounts: series.length, firstMonth, months, columns };
}
