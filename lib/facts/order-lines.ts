import type { Period } from "@/lib/metrics";

/**
 * What an account ordered outside contracts in one currency, line by line by day. Lines of one number on one
 * day are one order, and stand beside each other.
 */
export type OrderLines = {
  readonly accountId: string;
  readonly currency: string;
  readonly days: Int32Array;
  readonly amountsMinor: Float64Array;
  /** Numbers of the product types, as `typeNumber` gives them. */
  readonly types: Int32Array;
  readonly isSameOrder: Uint8Array;
  readonly isAutomatic: Uint8Array;
};

export const NO_TYPE = 0;

const numbers = new Map<string, number>();
const ids: string[] = [""];

/** A small number for a product type, the same as long as the process lives. */
export function typeNumber(id: string | null): number {
  if (id === null) return NO_TYPE;
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, ids.length);
  return ids.push(id) - 1;
}

export function typeOfNumber(number: number): string | null {
  return number === NO_TYPE ? null : (ids[number] ?? null);
}

/** Index of the first line on or after a day. */
function firstLineFrom({ days }: OrderLines, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the lines in a period the index of the first, and of the one after the last. */
export function linesIn(lines: OrderLines, { fromDay, untilDay }: Period): [number, number] {
  return [firstLineFrom(lines, fromDay), firstLineFrom(lines, untilDay)];
}

export type OrderLineRow = {
  accountId: string;
  day: number;
  amountMinor: number;
  productTypeId: string | null;
  currency: string;
  orderNumber: string | null;
  isAutomatic: boolean;
};

/** By order number within a day; a line without one is an order of its own. */
function byOrder(a: OrderLineRow, b: OrderLineRow): number {
  if (a.day !== b.day) return a.day - b.day;
  const [first, second] = [a.orderNumber, b.orderNumber];
  if (first === null || second === null)
    return (first === null ? 0 : 1) - (second === null ? 0 : 1);
  return first < second ? -1 : first > second ? 1 : 0;
}

function pack(rows: OrderLineRow[]): OrderLines {
  rows.sort(byOrder);
  const { accountId = "", currency = "" } = rows[0] ?? {};
  return {
    accountId,
    currency,
    days: Int32Array.from(rows, ({ day }) => day),
    amountsMinor: Float64Array.from(rows, ({ amountMinor }) => amountMinor),
    types: Int32Array.from(rows, ({ productTypeId }) => typeNumber(productTypeId)),
    isSameOrder: Uint8Array.from(rows, ({ day, orderNumber }, at) => {
      const before = rows[at - 1];
      return orderNumber !== null && before?.day === day && before.orderNumber === orderNumber
        ? 1
        : 0;
    }),
    isAutomatic: Uint8Array.from(rows, ({ isAutomatic }) => (isAutomatic ? 1 : 0)),
  };
}

/** Takes rows account by account, so that only one account's stand in memory as they came. */
export function packLines(): {
  add(row: OrderLineRow): void;
  end(): ReadonlyMap<string, readonly OrderLines[]>;
} {
  const packed = new Map<string, OrderLines[]>();
  let own = new Map<string, OrderLineRow[]>();
  let current = "";
  const close = () => {
    if (own.size > 0) packed.set(current, [...own.values()].map(pack));
    own = new Map();
  };
  return {
    add(row) {
      if (row.accountId !== current) close();
      current = row.accountId;
      const rows = own.get(row.currency);
      if (rows) rows.push(row);
      else own.set(row.currency, [row]);
    },
    end() {
      close();
      return packed;
    },
  };
}
