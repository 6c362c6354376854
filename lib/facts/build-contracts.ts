import { type Contract, shiftMonths } from "@/lib/metrics";
import type { ChurnRow, TermRow } from "./account-rows";
import { type Rates, roundHalfEven } from "./currency";
import { groupBy } from "./group-by";

type Renewal = NonNullable<Contract["renewal"]>;

/** One term of a recorded contract, as the formulas take it. */
export type TermContract = Contract & { readonly contractId: string };

const DAYS_PER_MONTH = 365.2425 / 12;

/** Length of a term: a year from 1 January ends on 31 December to some and on 1 January to others. */
function monthsOf(startDay: number, endDay: number): number {
  return Math.max(1, Math.round((endDay - startDay) / DAYS_PER_MONTH));
}

function renewalOf(term: TermRow): Renewal | null {
  const { startDay, endDay } = term;
  if (!term.autoRenews || endDay === null) return null;
  return { firstDay: endDay, everyMonths: monthsOf(startDay, endDay) };
}

/** Days on which the last recorded term renews by itself, up to a horizon. */
function renewalDays(renewal: Renewal, untilDay: number): number[] {
  const days: number[] = [];
  for (let step = 0; ; step += 1) {
    const day = shiftMonths(renewal.firstDay, step * renewal.everyMonths);
    if (day > untilDay) return days;
    days.push(day);
  }
}

/** When a contract under notice stops: its next renewal that the notice still reaches. */
function noticeEnd(term: TermRow, renewal: Renewal | null): number | null {
  if (term.noticeGivenDay === null) return null;
  const reached = term.noticeGivenDay + term.noticeDays;
  if (renewal === null) return term.endDay ?? reached;
  for (let step = 0; ; step += 1) {
    const day = shiftMonths(renewal.firstDay, step * renewal.everyMonths);
    if (day >= reached) return day;
  }
}

function earliest(...days: (number | null | undefined)[]): number | null {
  const known = days.filter((day): day is number => typeof day === "number");
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * Each recorded term is a contract of its own, so that on any past day only the term of that day
 * decides. The last term of an automatic contract goes on renewing until notice takes effect.
 */
function contractsOf(terms: readonly TermRow[], reading: Reading): TermContract[] {
  return terms.flatMap((term, index) => {
    const next = terms[index + 1];
    const yearlyMinor = reading.toMinor(term);
    const endDay = endOf(term, next, reading.lostDay);
    if (yearlyMinor === null || (endDay !== null && endDay <= term.startDay)) return [];
    return [
      {
        contractId: term.contractId,
        startDay: term.startDay,
        endDay,
        values: [{ fromDay: term.startDay, yearlyMinor }],
        decisions: decisionsOf(term, next, endDay ?? reading.horizonDay),
        renewal: renewalOf(term),
        noticeDays: term.noticeDays,
        noticeGivenDay: next ? null : earliest(recordedEnd(term), reading.lostDay),
      },
    ];
  });
}

type Reading = {
  toMinor: (term: TermRow) => number | null;
  lostDay: number | null;
  horizonDay: number;
};

function endOf(term: TermRow, next: TermRow | undefined, lostDay: number | null): number | null {
  const renewal = renewalOf(term);
  const runsOn = !next && (renewal !== null || term.endDay === null);
  return earliest(
    runsOn ? noticeEnd(term, renewal) : term.endDay,
    next?.startDay,
    term.endedDay,
    lostDay,
  );
}

/** The day on which notice, or an end without notice, became known. */
function recordedEnd(term: TermRow): number | null {
  if (term.noticeGivenDay !== null || term.endedDay === null) return term.noticeGivenDay;
  return Math.min(term.endedDay, term.updatedDay);
}

function decisionsOf(
  term: TermRow,
  next: TermRow | undefined,
  untilDay: number,
): Contract["decisions"] {
  const renewal = next ? null : renewalOf(term);
  const again = renewal ? renewalDays(renewal, untilDay - 1) : [];
  return [
    { day: term.decidedDay, kind: term.decidedBy === "signature" ? "signed" : "automatic" },
    ...again.map((day) => ({ day, kind: "automatic" as const })),
  ];
}

/** The contracts of an account in the currency of the rates, all at the rate of one month. */
export function buildContracts(
  terms: readonly TermRow[],
  churn: readonly ChurnRow[],
  rates: Rates,
  rateMonth: number,
  horizonDay: number,
): TermContract[] {
  const byContract = groupBy(terms, (term) => term.contractId);
  const lost = new Map(
    churn
      .filter((event) => event.kind === "contract_lost" && event.contractId !== null)
      .map((event) => [event.contractId, event.day]),
  );
  return [...byContract].flatMap(([contractId, own]) => {
    const sorted = [...own].sort((a, b) => a.startDay - b.startDay);
    return contractsOf(sorted, {
      lostDay: lost.get(contractId) ?? null,
      horizonDay,
      toMinor(term) {
        const factor = rates.factor(term.currency, rateMonth);
        return factor === null ? null : roundHalfEven(term.recurringMinor * factor);
      },
    });
  });
}
