import type { AccountRow } from "@/lib/facts/account-rows";
import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, assessAccount, type RunningRevenue, shareOf } from "@/lib/metrics";
import type { AccountFollowUps } from "./account-follow-ups.types";
import type { AccountDto } from "./account-page.types";
import { headFacts } from "./build-account-head";
import {
  contractDtos,
  employeeRef,
  historyDto,
  negotiationDtos,
  personDto,
  productTypeDtos,
  walletDto,
} from "./build-account-parts";
import { attitudeDto, behaviourDto } from "./build-account-scores";
import { reasonOf } from "./build-reasons";
import { type FoundWorklist, lineDto, restsUntil } from "./build-worklist";
import { ACCOUNT_DEFINITIONS, definitionsOf } from "./definitions";
import type { AccountRef } from "./figures.types";
import type { AccountPageRows } from "./load-account-page";
import type { WorklistDetails } from "./load-worklist-details";

export type AccountParts = {
  account: AccountRow;
  unit: UnitFacts;
  found: FoundWorklist;
  rows: AccountPageRows;
  details: WorklistDetails;
  followUps: AccountFollowUps;
  timeline: AccountDto["timeline"];
  currency: string;
  /** Whether this reader is told who said what. */
  showsNames: boolean;
  /** Language of the reader. */
  locale: string;
};

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function ref(facts: WorkspaceFacts, id: string | null): AccountRef | null {
  const account = id === null ? undefined : facts.accounts.get(id);
  return account ? { id: account.id, name: account.name } : null;
}

function attributesOf({ account, unit, found: { facts } }: AccountParts): AccountDto["facts"] {
  return {
    industry: account.industry,
    country: account.country,
    region: account.region,
    sizeBand: account.sizeBand,
    accountCurrency: account.currency,
    customerSince: iso(account.customerSinceDay),
    acquiredBy: account.acquiredBy,
    attributes: account.attributes,
    externalId: account.externalId,
    parent: ref(facts, account.parentId),
    decidedBy: account.id === unit.id ? null : ref(facts, unit.id),
    decidesForSites: account.decidesForSites,
    sites: unit.members
      .filter(
        ({ id, mergedIntoId }) => id !== account.id && id !== unit.id && mergedIntoId === null,
      )
      .map(({ id, name }) => ({ id, name })),
  };
}

function shareOfAll(facts: WorkspaceFacts, assessment: AccountAssessment): number | null {
  let total = 0;
  for (const { standing, revenue } of assessAt(facts, assessment.asOfDay).values())
    if (standing !== null) total += revenue.runningMinor;
  return assessment.standing ? shareOf(assessment.revenue.runningMinor, total) : null;
}

/** How the revenue keeps coming, in shares of it. */
function sharesOf({ split, runningMinor }: RunningRevenue): AccountDto["keepsComing"] {
  const part = (minor: number) => shareOf(minor, runningMinor);
  return {
    chosen: part(split.chosenMinor),
    byItself: part(split.byItselfMinor),
    olderContract: part(split.olderContractMinor),
    notRecorded: part(split.notRecordedMinor),
  };
}

/** People of the account whose answers count, and those whom only the account's link names. */
function heardOf({ unit, assessment }: { unit: UnitFacts; assessment: AccountAssessment }) {
  const unnamed = new Set(
    unit.history.people.flatMap(({ personId, isUnnamed }) => (isUnnamed ? personId : [])),
  );
  const heard = assessment.attitude.persons;
  const heardUnnamed = heard.filter(({ personId }) => unnamed.has(personId)).length;
  return { heardPeople: heard.length - heardUnnamed, heardUnnamed };
}

function renewalOf({ signal, activity, asOfDay }: AccountAssessment, rows: AccountPageRows) {
  const { call } = signal;
  return {
    signal: activity.hasContract ? signal.verdict : null,
    signalCodes: activity.hasContract ? [...signal.codes] : [],
    managerCall: call && { call: call.call, on: isoOfDay(call.day), isOld: call.isOld },
    callAndSignalDiffer: signal.theyDiffer,
    negotiations: negotiationDtos(rows.negotiations, asOfDay),
  };
}

function worklistOf({ unit, found, details }: AccountParts, assessment: AccountAssessment) {
  const awake = found.list.lines.find(({ accountId }) => accountId === unit.id);
  const asleep = found.list.asleep.find(({ accountId }) => accountId === unit.id);
  const { facts } = found;
  const told = { facts, unit, assessment, details };
  const triggers = (awake ?? asleep)?.reasons ?? [];
  return {
    reasons: triggers.flatMap((trigger) => reasonOf(trigger, told) ?? []),
    worklistLine: awake ? (lineDto(awake, found, details)[0] ?? null) : null,
    sleepsUntil: asleep ? restsUntil(assessment) : null,
  };
}

/** Everything the account's page shows. */
export function buildAccount(parts: AccountParts): AccountDto {
  const { account, unit, found, rows } = parts;
  const { facts, asOfDay } = found;
  const withoutRate = unit.currenciesWithoutRate.length > 0;
  const assessment =
    assessAt(facts, asOfDay).get(unit.id) ??
    assessAccount(unit.history, asOfDay, facts.contexts.at(asOfDay));
  const part = { facts, unit, assessment };
  const { reasons, ...listed } = worklistOf(parts, assessment);
  return {
    id: account.id,
    name: account.name,
    currency: parts.currency,
    asOf: isoOfDay(asOfDay),
    head: headFacts(unit, assessment, reasons),
    state: withoutRate ? null : assessment.standing,
    isActive: assessment.activity.isActive,
    lostOn: iso(assessment.activity.lostOnDay),
    tags: [...assessment.tags],
    boundUntil: iso(assessment.boundUntilDay),
    facts: attributesOf(parts),
    owner: employeeRef(facts, account.ownerId),
    ownerSince: iso(account.ownerSinceDay),
    runningMinor: assessment.revenue.runningMinor,
    shareOfAll: withoutRate ? null : shareOfAll(facts, assessment),
    lastHeardOn: iso(assessment.hearing.lastHeardDay),
    behaviour: behaviourDto(unit, assessment, !withoutRate),
    attitude: attitudeDto(assessment),
    people: rows.people.map((row) => personDto(row, part, parts)),
    ...heardOf(part),
    rolesPresent: [...assessment.hearing.rolesPresent],
    roleGaps: [...assessment.hearing.roleGaps],
    contracts: contractDtos(part),
    ...renewalOf(assessment, rows),
    keepsComing: sharesOf(assessment.revenue),
    productTypes: productTypeDtos(part),
    shareOfWallet: walletDto(part),
    ...parts.followUps,
    engagement: assessment.engagement,
    history: historyDto(rows.states),
    timeline: parts.timeline,
    ...listed,
    employees: [...facts.employees.values()]
      .filter(({ hasLeft }) => !hasLeft)
      .map(({ id, name }) => ({ id, name })),
    withoutRate,
    definitions: definitionsOf(ACCOUNT_DEFINITIONS, parts.locale),
    epoch: facts.epoch,
  };
}
