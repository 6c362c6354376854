import { expect } from "vitest";
import {
  type AccountEvent,
  type AccountHistory,
  type Answer,
  type AnswerValue,
  assessAccount,
  type Contract,
  defaultLoyaltySettings,
  emptyAccountHistory,
  type LoyaltyContext,
  monthOfDay,
  type OrderRow,
  orderHistory,
  type Person,
  type Role,
} from "@/lib/metrics";

export function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export const asOf = day("2026-09-30");

export const context: LoyaltyContext = {
  dataFromMonth: monthOfDay(day("2022-01-01")),
  settings: defaultLoyaltySettings,
};

export function nps(value: number): AnswerValue {
  return { question: "nps", value };
}

export function csat(value: number): AnswerValue {
  return { question: "satisfaction5", value };
}

export const better: AnswerValue = { question: "relativeAdvantage", value: "better" };
export const same: AnswerValue = { question: "relativeAdvantage", value: "same" };
export const yes: AnswerValue = { question: "switching", value: "yes" };
export const notSure: AnswerValue = { question: "switching", value: "notSure" };
export const no: AnswerValue = { question: "switching", value: "no" };

export function answer(value: AnswerValue, more: Partial<Answer> = {}): Answer {
  return { day: asOf - 20, scope: "relationship", class: "confirmed", ...more, ...value } as Answer;
}

export type AnswerValues = AnswerValue[];

export function person(
  role: Role | null,
  values: AnswerValue[],
  more: Partial<Person> = {},
): Person {
  return {
    personId: "p",
    role,
    fromDay: day("2020-01-01"),
    untilDay: null,
    invitations: [],
    answers: values.map((value) => answer(value)),
    ...more,
  };
}

export function contract(more: Partial<Contract> = {}): Contract {
  return {
    startDay: day("2023-03-01"),
    endDay: null,
    values: [{ fromDay: day("2023-03-01"), yearlyMinor: 500_00 }],
    decisions: [],
    renewal: { firstDay: day("2024-03-01"), everyMonths: 12 },
    noticeDays: 90,
    noticeGivenDay: null,
    ...more,
  };
}

/** A contract of 1,000.00 a year whose value changed by a factor half a year ago. */
export function contractChanged(factor: number): Contract {
  return contract({
    values: [
      { fromDay: day("2023-03-01"), yearlyMinor: 1000_00 },
      { fromDay: day("2026-03-01"), yearlyMinor: Math.round(1000_00 * factor) },
    ],
  });
}

export function orders(days: readonly number[], amountMinor = 100_00): OrderRow[] {
  return days.map((on) => ({ day: on, amountMinor, choice: "active" }));
}

/** Like orders, evenly spread over the 12 months that end so many months before the as-of day. */
export function spread(count: number, monthsBefore: 0 | 12, amountMinor = 100_00): OrderRow[] {
  const last = asOf - monthsBefore * 30.4375;
  return orders(
    Array.from({ length: count }, (_, i) => Math.floor(last - 8 - ((i + 0.5) * 340) / count)),
    amountMinor,
  );
}

export function account(
  more: Partial<AccountHistory> & { rows?: readonly OrderRow[] } = {},
): AccountHistory {
  const { rows = [], ...rest } = more;
  return { ...emptyAccountHistory, accountId: "a", orders: orderHistory(rows), ...rest };
}

export function assess(
  more: Partial<AccountHistory> & { rows?: readonly OrderRow[] },
  asOfDay = asOf,
) {
  return assessAccount(account(more), asOfDay, context);
}

export function asked(...days: number[]): Person["invitations"] {
  return days.map((deliveredDay, i) => ({ deliveredDay, waveId: `w${i}`, answeredDay: null }));
}

/** Equal to the digits that are printed, halves either way. */
export function expectPrinted(actual: number | null | undefined, printed: string): void {
  const decimals = printed.split(".")[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  if (printed === "-") expect(actual ?? null).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - Number(printed))).toBeLessThanOrEqual(half + 1e-9);
}

export function event(value: AccountEvent): AccountEvent {
  return value;
}
