import { settingsAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { AccountAssessment, Trigger } from "@/lib/metrics";
import { renewalDayOf } from "./contract-dates";
import type { PersonRef } from "./figures.types";
import type { WorklistDetails } from "./load-worklist-details";
import { tellingAnswer } from "./person-answer";
import type { AnswerDto, WorklistReasonDto } from "./worklist.types";

type Of<Code extends Trigger["code"]> = Extract<Trigger, { code: Code }>;
type Told = {
  facts: WorkspaceFacts;
  unit: UnitFacts;
  assessment: AccountAssessment;
  details: WorklistDetails;
};

function rowsOf<Row>(map: Map<string, Row[]>, unit: UnitFacts): Row[] {
  return unit.members.flatMap(({ id }) => map.get(id) ?? []);
}

function personRef(id: string, { people }: WorklistDetails): PersonRef | null {
  const name = people?.get(id);
  return name === undefined ? null : { id, name };
}

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function contrastOf(
  { facts, unit, assessment }: Told,
  beside: AnswerDto | null,
): Extract<WorklistReasonDto, { code: "signerBelowLine" }>["contrast"] {
  const { asOfDay, attitude } = assessment;
  const settings = settingsAt(facts, asOfDay);
  const convinced = attitude.persons
    .filter(({ score }) => score !== null && score >= settings.line)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .at(0);
  const person = unit.history.people.find(({ personId }) => personId === convinced?.personId);
  const answer = person ? tellingAnswer(person, asOfDay, settings, "highest", beside) : null;
  return convinced && answer ? { role: convinced.role, answer } : null;
}

function signer(trigger: Of<"signerBelowLine">, told: Told): WorklistReasonDto {
  const { facts, unit, assessment, details } = told;
  const { asOfDay } = assessment;
  const { personId, score } = trigger;
  const person = unit.history.people.find((candidate) => candidate.personId === personId);
  const answer = person
    ? tellingAnswer(person, asOfDay, settingsAt(facts, asOfDay), "lowest")
    : null;
  return {
    code: "signerBelowLine",
    person: personRef(personId, details),
    answer,
    score,
    contrast: contrastOf(told, answer),
  };
}

function decision(trigger: Of<"decisionNear">, { unit, assessment }: Told): WorklistReasonDto {
  return {
    code: "decisionNear",
    decisionOn: isoOfDay(trigger.decisionDay),
    daysLeft: trigger.decisionDay - assessment.asOfDay,
    renewsOn: iso(renewalDayOf(unit.history.contracts, assessment.asOfDay)),
    signal: assessment.signal.verdict,
    signalCodes: [...assessment.signal.codes],
  };
}

function late(trigger: Of<"late">, { assessment: { rhythm } }: Told): WorklistReasonDto | null {
  if (rhythm.score === null) return null;
  return {
    code: "late",
    lastOrderOn: isoOfDay(rhythm.lastOrderDay),
    sinceDays: trigger.sinceDays,
    usualDays: trigger.usualDays,
    longestDays: rhythm.longestDays,
    lateSince: isoOfDay(rhythm.lateOnDay),
    countsAsLostOn: isoOfDay(trigger.lostOnDay),
  };
}

function complaints(trigger: Of<"complaints">, { unit, assessment, details }: Told) {
  const seen = rowsOf(details.complaints, unit).filter(({ day }) => day <= assessment.asOfDay);
  const isOpen = (row: { closedDay: number | null }) =>
    row.closedDay === null || row.closedDay > assessment.asOfDay;
  const subject = (seen.find(isOpen) ?? seen.at(-1))?.subject ?? null;
  const { count, openDays } = trigger;
  return { code: "complaints", count, openDays, subject } as const;
}

function refuser({ unit, assessment, details }: Told): PersonRef | null {
  const person = assessment.attitude.persons.find(({ switching }) => switching?.value === "no");
  const isOurs = unit.history.people.some(
    ({ personId, isUnnamed }) => !isUnnamed && personId === person?.personId,
  );
  return person && isOurs ? personRef(person.personId, details) : null;
}

/** Invitations delivered since the customer was last heard. */
function askedSince({ unit, assessment }: Told): number {
  const since = assessment.hearing.lastHeardDay ?? Number.NEGATIVE_INFINITY;
  const waves = unit.history.people.flatMap(({ invitations }) =>
    invitations
      .filter(({ deliveredDay: day }) => day > since && day <= assessment.asOfDay)
      .map(({ waveId }) => waveId),
  );
  return new Set(waves).size;
}

export function renewedByItself({ unit, assessment }: Pick<Told, "unit" | "assessment">): number {
  return unit.history.contracts
    .flatMap(({ decisions }) => decisions)
    .filter(({ kind, day }) => kind === "automatic" && day <= assessment.asOfDay).length;
}

/** A trigger with the words it needs; null where the rows behind it are gone. */
export function reasonOf(trigger: Trigger, told: Told): WorklistReasonDto | null {
  const { unit, facts, assessment, details } = told;
  switch (trigger.code) {
    case "noticeGiven":
      return {
        code: "noticeGiven",
        on: isoOfDay(trigger.sinceDay),
        endsOn: iso(endOf(unit, assessment)),
      };
    case "decisionNear":
      return decision(trigger, told);
    case "signerBelowLine":
      return signer(trigger, told);
    case "wouldNotChooseAgain":
      return { code: "wouldNotChooseAgain", on: isoOfDay(trigger.sinceDay), person: refuser(told) };
    case "rivalNamed": {
      const rival = rowsOf(details.rivals, unit).findLast(({ day }) => day === trigger.sinceDay);
      return { code: "rivalNamed", on: isoOfDay(trigger.sinceDay), rival: rival?.rival ?? null };
    }
    case "late":
      return late(trigger, told);
    case "buysLess":
      return { code: "buysLess", ratio: trigger.ratio, provenRatio: trigger.provenRatio };
    case "complaints":
      return complaints(trigger, told);
    case "promiseOverdue": {
      const promise = rowsOf(details.promises, unit).find(
        ({ dueDay }) => dueDay === trigger.dueDay,
      );
      return {
        code: "promiseOverdue",
        dueOn: isoOfDay(trigger.dueDay),
        text: promise?.text ?? null,
      };
    }
    case "caseOverdue":
      return { code: "caseOverdue", dueOn: isoOfDay(trigger.dueDay) };
    case "silent":
      return { code: "silent", lastHeardOn: iso(trigger.lastHeardDay), asked: askedSince(told) };
    case "notAsked":
      return {
        code: "notAsked",
        lastHeardOn: iso(trigger.lastHeardDay),
        renewedByItself: renewedByItself(told),
      };
    case "ownerChanged": {
      const owner =
        unit.account.ownerId === null ? null : facts.employees.get(unit.account.ownerId);
      return { code: "ownerChanged", on: isoOfDay(trigger.day), ownerName: owner?.name ?? null };
    }
  }
}

/** The day the contract under notice, or the whole account, ends. */
function endOf(unit: UnitFacts, { asOfDay }: AccountAssessment): number | null {
  const ends = unit.history.contracts
    .filter(({ noticeGivenDay: day }) => day !== null && day <= asOfDay)
    .map(({ endDay }) => endDay)
    .filter((day) => day !== null && day > asOfDay) as number[];
  const churn = unit.history.churn?.effectiveDay;
  if (churn !== undefined && churn > asOfDay) ends.push(churn);
  return ends.length === 0 ? null : Math.min(...ends);
}
