import type { AccountRow } from "./account-rows";
import type { UnitHistory } from "./build-history";
import type { HistoryBytes, HistoryHead, UnpackedRest } from "./history-bytes";
import type { MonthSeries } from "./month-columns";
import { quietRangesBetween } from "./quiet-weeks";
import type { StoodByDay } from "./stood";
import type { Assessments, UnitFacts } from "./workspace-facts";

const NO_RATE: readonly string[] = [];
/** A dot as it lies in its bytes: what is large is unpacked when it is first asked for, and kept. */
export class StoredUnit implements UnitFacts {
  readonly id: string;
  readonly account: AccountRow;
  readonly members: readonly AccountRow[];
  readonly head: HistoryHead;
  readonly bytes: HistoryBytes;
  readonly assessments: Assessments = new Map();
  readonly stood: StoodByDay = new Map();
  readonly #horizonDay: number;
  #rest: UnpackedRest | null = null;
  #history: UnitHistory | null = null;

  constructor(members: readonly AccountRow[], bytes: HistoryBytes, horizonDay: number) {
    const [account] = members;
    if (!account) throw new RangeError("a dot needs an account");
    this.id = account.id;
    this.account = account;
    this.members = members;
    this.bytes = bytes;
    this.head = bytes.head();
    this.#horizonDay = horizonDay;
  }

  #unpacked(): UnpackedRest {
    this.#rest ??= this.bytes.rest();
    return this.#rest;
  }

  get series(): MonthSeries {
    return this.bytes.series();
  }

  get terms(): UnitFacts["terms"] {
    return this.#unpacked().terms;
  }

  get orderLines(): UnitFacts["orderLines"] {
    return this.bytes.orderLines(this.#unpacked());
  }

  get productTypes(): UnitFacts["productTypes"] {
    return this.#unpacked().productTypes;
  }

  get currenciesWithoutRate(): readonly string[] {
    return this.head.hasUnknownRate ? this.#unpacked().currenciesWithoutRate : NO_RATE;
  }

  get history(): UnitHistory {
    if (this.#history) return this.#history;
    const { terms: _, productTypes: __, currenciesWithoutRate: ___, ...own } = this.#unpacked();
    const { lines: ____, ...rest } = own;
    const orders = this.bytes.orders(this.bytes.series());
    this.#history = {
      accountId: this.id,
      ...rest,
      orders,
      quietRanges: quietRangesBetween(this.account.country, orders.orderDays[0], this.#horizonDay),
    };
    return this.#history;
  }
}
