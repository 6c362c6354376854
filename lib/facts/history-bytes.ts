import type { Answer, Invitation, OrderHistory, Person } from "@/lib/metrics";
import type { TermRow } from "./account-rows";
import type { UnitHistory } from "./build-history";
import type { MonthSeries } from "./month-columns";
import { type PackedLines, packLines, unpackLines } from "./order-line-bytes";
import type { OrderLines } from "./order-lines";
import { PackedColumns, packColumns } from "./packed-columns";
import type { TypeSpan } from "./type-spans";
import { aligned } from "./typed-columns";

/**
 * Everything the figures of one dot are computed from. `account_history` keeps it in one row of bytes: a
 * head of numbers, the months as typed columns, the order days, the order lines, and the rest as compact JSON.
 */
export type StoredHistory = {
  /** Quiet weeks are left out: they follow from the account's country. */
  history: Omit<UnitHistory, "accountId" | "quietRanges">;
  series: MonthSeries;
  terms: readonly TermRow[];
  orderLines: readonly OrderLines[];
  /** When each product type was ordered or under contract. */
  productTypes: ReadonlyMap<string, readonly TypeSpan[]>;
  currenciesWithoutRate: readonly string[];
  head: HistoryHead;
};

/** What a workspace sums over all its accounts without reading further. */
export type HistoryHead = {
  lastOrderDay: number | null;
  lastAnswerDay: number | null;
  /** Month of the first contract or order. */
  firstMonth: number | null;
  firstContactDay: number | null;
  firstVoiceDay: number | null;
  firstTrainingDay: number | null;
  hasUnknownRate: boolean;
};

const FORMAT = 4;
const HEAD_WORDS = 16;
const HEAD_BYTES = 4 * HEAD_WORDS;
const NOTHING = -0x8000_0000;
const HEAD_DAYS = [
  "lastOrderDay",
  "lastAnswerDay",
  "firstMonth",
  "firstContactDay",
  "firstVoiceDay",
  "firstTrainingDay",
] as const;
const FIRST_HEAD_DAY = 8;
const LINE_BYTES = 14;
const UNKNOWN_RATE = 1;
const WIDE_DAYS = 2;

type PackedPerson = [
  personId: string,
  role: Person["role"],
  fromDay: number,
  untilDay: number | null,
  answers: [day: number, scope: 0 | 1, question: number, value: Answer["value"]][],
  invitations: [deliveredDay: number, wave: number, answeredDay: number | null][],
  isUnnamed: 0 | 1,
];

const QUESTIONS: readonly Answer["question"][] = [
  "nps",
  "satisfaction5",
  "satisfaction7",
  "satisfaction4",
  "satisfaction3",
  "relativeAdvantage",
  "switching",
];

type Rest = Omit<StoredHistory["history"], "orders" | "people"> & {
  people: PackedPerson[];
  waves: string[];
  terms: readonly TermRow[];
  types: [string, readonly TypeSpan[]][];
  lines: PackedLines[];
  withoutRate: readonly string[];
};

export type UnpackedRest = Omit<StoredHistory["history"], "orders"> &
  Pick<StoredHistory, "terms" | "productTypes" | "currenciesWithoutRate"> & {
    lines: readonly PackedLines[];
  };

function packPeople(people: readonly Person[]): Pick<Rest, "people" | "waves"> {
  const waves = new Map<string, number>();
  const waveOf = (id: string) => {
    const known = waves.get(id) ?? waves.size;
    waves.set(id, known);
    return known;
  };
  const packed = people.map(
    (one): PackedPerson => [
      one.personId,
      one.role,
      one.fromDay,
      one.untilDay,
      // Others than confirmed answers are never among them.
      one.answers.map((a) => [
        a.day,
        a.scope === "relationship" ? 0 : 1,
        QUESTIONS.indexOf(a.question),
        a.value,
      ]),
      one.invitations.map((i) => [i.deliveredDay, waveOf(i.waveId), i.answeredDay]),
      one.isUnnamed ? 1 : 0,
    ],
  );
  return { people: packed, waves: [...waves.keys()] };
}

function unpackPerson(packed: PackedPerson, waves: readonly string[]): Person {
  const [personId, role, fromDay, untilDay, answers, invitations, isUnnamed] = packed;
  return {
    personId,
    role,
    fromDay,
    untilDay,
    ...(isUnnamed === 1 ? { isUnnamed: true as const } : {}),
    answers: answers.map(
      ([day, scope, question, value]) =>
        ({
          day,
          scope: scope === 0 ? "relationship" : "touchpoint",
          class: "confirmed",
          question: QUESTIONS[question],
          value,
        }) as Answer,
    ),
    invitations: invitations.map(
      ([deliveredDay, wave, answeredDay]): Invitation => ({
        deliveredDay,
        waveId: waves[wave] ?? "",
        answeredDay,
      }),
    ),
  };
}

function restOf(
  { history, terms, currenciesWithoutRate }: StoredHistory,
  types: Rest["types"],
  lines: PackedLines[],
): Rest {
  const { orders: _, people, ...rest } = history;
  return {
    ...rest,
    ...packPeople(people),
    terms,
    types,
    lines,
    withoutRate: currenciesWithoutRate,
  };
}

/** Days from 1970 to 2149 take two bytes each. */
function packDays(days: ArrayLike<number>): Uint16Array | Int32Array {
  const list = Array.from(days);
  const fits = list.every((day) => day >= 0 && day <= 0xffff);
  return fits ? Uint16Array.from(list) : Int32Array.from(list);
}

export function packHistory(stored: StoredHistory): Buffer {
  const { history, series, head } = stored;
  const { orders } = history;
  const columns = packColumns(series);
  const days = packDays(orders.orderDays);
  const types = [...stored.productTypes].sort(([a], [b]) => (a < b ? -1 : 1));
  const named = types.map(([id]) => id);
  const { bytes: lines, heads } = packLines(stored.orderLines, named);
  const rest = Buffer.from(JSON.stringify(restOf(stored, types, heads)), "utf8");
  const numbers = new Int32Array(HEAD_WORDS);
  numbers.set([FORMAT, rest.length, series.firstMonth, series.months]);
  numbers.set([orders.firstMonth, orders.totalMinor.length, days.length], 4);
  numbers[7] =
    (head.hasUnknownRate ? UNKNOWN_RATE : 0) | (days.BYTES_PER_ELEMENT === 4 ? WIDE_DAYS : 0);
  numbers.set(
    HEAD_DAYS.map((name) => head[name] ?? NOTHING),
    FIRST_HEAD_DAY,
  );
  numbers[LINE_BYTES] = lines.length;
  const linesAt = HEAD_BYTES + columns.length + aligned(days.byteLength);
  const packed = Buffer.alloc(linesAt + lines.length + rest.length);
  packed.set(new Uint8Array(numbers.buffer));
  packed.set(columns, HEAD_BYTES);
  packed.set(new Uint8Array(days.buffer), HEAD_BYTES + columns.length);
  packed.set(lines, linesAt);
  packed.set(rest, packed.length - rest.length);
  return packed;
}

/** Reads a history in its bytes, which begin at a multiple of 8; parts are read when they are asked for. */
export class HistoryBytes {
  readonly bytes: Uint8Array;
  readonly #numbers: Int32Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#numbers = new Int32Array(bytes.buffer, bytes.byteOffset, HEAD_WORDS);
    if (this.#numbers[0] !== FORMAT) throw new RangeError("a stored history has another form");
  }

  #number(index: number): number {
    return this.#numbers[index] as number;
  }

  head(): HistoryHead {
    const day = (index: number) => {
      const value = this.#number(FIRST_HEAD_DAY + index);
      return value === NOTHING ? null : value;
    };
    return {
      lastOrderDay: day(0),
      lastAnswerDay: day(1),
      firstMonth: day(2),
      firstContactDay: day(3),
      firstVoiceDay: day(4),
      firstTrainingDay: day(5),
      hasUnknownRate: (this.#number(7) & UNKNOWN_RATE) !== 0,
    };
  }

  series(): PackedColumns {
    return new PackedColumns(this.bytes.subarray(HEAD_BYTES), this.#number(2), this.#number(3));
  }

  orders(series: PackedColumns): OrderHistory {
    const [firstMonth, months, days] = [this.#number(4), this.#number(5), this.#number(6)];
    const from = firstMonth - series.firstMonth;
    const of = (name: Parameters<MonthSeries["column"]>[0]) => {
      const whole = series.column(name) as Float64Array;
      return months === 0 ? [] : whole.subarray(from, from + months);
    };
    const at = this.bytes.byteOffset + HEAD_BYTES + series.byteLength;
    return {
      firstMonth,
      totalMinor: of("totalMinor"),
      activeMinor: of("activeMinor"),
      automaticMinor: of("automaticMinor"),
      daySquareSum: of("daySquareSum"),
      orderDays:
        (this.#number(7) & WIDE_DAYS) === 0
          ? new Uint16Array(this.bytes.buffer, at, days)
          : new Int32Array(this.bytes.buffer, at, days),
    };
  }

  orderLines({ lines, productTypes }: UnpackedRest): OrderLines[] {
    const end = this.bytes.byteLength - this.#number(1);
    const bytes = this.bytes.subarray(end - this.#number(LINE_BYTES), end);
    return unpackLines(lines, [...productTypes.keys()], bytes);
  }

  rest(): UnpackedRest {
    const length = this.#number(1);
    const { buffer, byteOffset, byteLength } = this.bytes;
    const text = Buffer.from(buffer, byteOffset + byteLength - length, length).toString("utf8");
    const { people, waves, types, withoutRate, ...rest } = JSON.parse(text) as Rest;
    return {
      ...rest,
      people: people.map((person) => unpackPerson(person, waves)),
      productTypes: new Map(types),
      currenciesWithoutRate: withoutRate,
    };
  }
}
