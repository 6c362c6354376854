import { personName } from "@/lib/accounts/person-name";
import { typesOwnedAt } from "@/lib/facts/type-spans";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay, isoOfMonth } from "@/lib/format/calendar";
import { type AccountAssessment, freshWallets, isActiveAt, shareOf } from "@/lib/metrics";
import type { AccountDto, ContractDto, NegotiationDto, PersonDto } from "./account-page.types";
import { nextDecision } from "./contract-dates";
import type { AccountRef, PersonRef } from "./figures.types";
import type { AccountPageRows, PersonRow, StateRow } from "./load-account-page";
import { lastAnswer } from "./person-answer";

type Part = { facts: WorkspaceFacts; unit: UnitFacts; assessment: AccountAssessment };

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

export function employeeRef(facts: WorkspaceFacts, id: string | null): PersonRef | null {
  const employee = id === null ? undefined : facts.employees.get(id);
  return employee ? { id: employee.id, name: employee.name } : null;
}

export function siteRef(
  { facts, unit }: Pick<Part, "facts" | "unit">,
  accountId: string,
): AccountRef | null {
  const site = accountId === unit.id ? undefined : facts.accounts.get(accountId);
  return site ? { id: site.id, name: site.name } : null;
}

const KEPT_BACK = {
  isKeptBack: true,
  score: null,
  hasClearNo: false,
  isFromTouchpointsOnly: false,
  lastAnswer: null,
  lastComment: null,
} as const;

export function personDto(
  row: PersonRow,
  part: Part,
  { showsNames, locale }: { showsNames: boolean; locale: string },
): PersonDto {
  const { facts, unit, assessment } = part;
  const person = unit.history.people.find(({ personId }) => personId === row.id);
  const score = assessment.attitude.persons.find(({ personId }) => personId === row.id);
  const delivered = (person?.invitations ?? [])
    .map(({ deliveredDay }) => deliveredDay)
    .filter((day) => day <= assessment.asOfDay);
  const { id, firstName, lastName, email, title, language, role } = row;
  return {
    ...{ id, firstName, lastName, email, title, language, role },
    name: personName(row, locale),
    worksWith: employeeRef(facts, row.worksWithId),
    leftOn: iso(row.leftDay),
    isKeptBack: false,
    score: score?.score ?? null,
    hasClearNo: score?.hasClearNo ?? false,
    isFromTouchpointsOnly: score?.isFromTouchpointsOnly ?? false,
    lastAnswer: person ? lastAnswer(person, assessment.asOfDay) : null,
    lastComment: row.lastComment,
    ...(showsNames ? {} : KEPT_BACK),
    lastAskedOn: delivered.length === 0 ? null : isoOfDay(Math.max(...delivered)),
    asked: delivered.length,
    site: siteRef(part, row.accountId),
  };
}

/** The term that runs, or the last one that did, of every contract; running ones first. */
export function contractDtos({ facts, unit, assessment }: Part): ContractDto[] {
  const { asOfDay } = assessment;
  const ids = [...new Set(unit.terms.map(({ contractId }) => contractId))];
  const contracts = ids.flatMap((contractId) => {
    const terms = unit.terms
      .filter((term) => term.contractId === contractId)
      .sort((a, b) => a.startDay - b.startDay);
    const term = terms.findLast(({ startDay }) => startDay <= asOfDay) ?? terms[0];
    if (!term) return [];
    const own = unit.history.contracts.filter((contract) => contract.contractId === contractId);
    const next = nextDecision(own, asOfDay);
    const isActive = own.some(({ startDay, endDay }) => isActiveAt(startDay, endDay, asOfDay));
    const type = term.productTypeId === null ? null : facts.productTypes.get(term.productTypeId);
    return [
      {
        id: contractId,
        name: term.name,
        productType: type?.name ?? null,
        startsOn: isoOfDay(term.startDay),
        endsOn: iso(term.endedDay ?? term.endDay),
        autoRenews: term.autoRenews,
        noticeDays: term.noticeDays,
        isIndexed: term.isIndexed,
        yearlyMinor: term.recurringMinor,
        currency: term.currency,
        decidedBy: term.decidedBy,
        decidedOn: isoOfDay(term.decidedDay),
        decisionOn: iso(next?.decisionDay ?? null),
        renewsOn: iso(next?.renewsOnDay ?? null),
        noticeGivenOn: iso(term.noticeGivenDay),
        isActive,
      },
    ];
  });
  return contracts.sort(
    (a, b) => Number(b.isActive) - Number(a.isActive) || (a.name < b.name ? -1 : 1),
  );
}

export function negotiationDtos(
  rows: AccountPageRows["negotiations"],
  asOfDay: number,
): NegotiationDto[] {
  return rows
    .filter(({ openedDay }) => openedDay <= asOfDay)
    .map(({ openedDay, closedDay, ...row }) => ({
      ...row,
      openedOn: isoOfDay(openedDay),
      closedOn: iso(closedDay),
      daysOpen: Math.min(closedDay ?? asOfDay, asOfDay) - openedDay,
    }));
}

/** Share of wallet as the range that was asked or estimated; an older one where none is fresh. */
export function walletDto({ unit, assessment }: Part): AccountDto["shareOfWallet"] {
  const { asOfDay } = assessment;
  const past = unit.history.wallets.filter(({ day }) => day <= asOfDay);
  const newest = past.toSorted((x, y) => x.day - y.day).at(-1);
  if (!newest) return null;
  const fresh = freshWallets(past, asOfDay);
  const rows = fresh.length > 0 ? fresh : freshWallets(past, newest.day);
  const sum = (ends: number[]) => ends.reduce((total, minor) => total + minor, 0);
  const own = sum(rows.map(({ ownMinor }) => ownMinor));
  const least = sum(rows.map((row) => row.lowMinor ?? row.categoryMinor));
  const most = sum(rows.map((row) => row.highMinor ?? row.categoryMinor));
  const low = shareOf(own, most);
  if (low === null) return null;
  return {
    low,
    high: shareOf(own, least) ?? 1,
    provenance: newest.provenance,
    on: isoOfDay(newest.day),
    isStale: fresh.length === 0,
  };
}

export function productTypeDtos({ facts, unit, assessment }: Part): AccountDto["productTypes"] {
  const { asOfDay } = assessment;
  const owned = typesOwnedAt(unit.productTypes, asOfDay);
  return [...facts.productTypes.values()].map(({ id, name }) => {
    const lastDay = unit.productTypes.get(id)?.at(-1)?.[1];
    const lastOn = lastDay === undefined || lastDay > asOfDay ? null : isoOfDay(lastDay);
    return { name, isOwned: owned.has(id), lastOn };
  });
}

const STATES: Record<string, string> = { not_known: "notKnown" };

export function historyDto(rows: readonly StateRow[]): AccountDto["history"] {
  return rows.map(({ month, behaviour, attitude, state }) => ({
    month: isoOfMonth(month).slice(0, 7),
    behaviour,
    attitude,
    state: state === null ? null : (STATES[state] ?? state),
  }));
}
