import { compareText } from "../core/compare-text";
import { isAtLeast } from "../core/result";
import type { AccountAssessment, Attitude } from "./assessment-types";
import type { Voice } from "./deciding-voice";
import type { Trigger } from "./follow-up-types";
import { isOpen, isOverdue } from "./open-events";
import type { AccountEvent, AccountHistory, LoyaltySettings, Switching } from "./types";

type Assessed = Pick<
  AccountAssessment,
  | "revenue"
  | "behaviour"
  | "rhythm"
  | "hearing"
  | "signal"
  | "decisionDay"
  | "noticeGivenDay"
  | "evidence"
>;

const newDays = 90;

/**
 * Worklist triggers of one account, in the worklist's order. Silence is listed for every account;
 * the worklist keeps it only above the workspace's median running revenue.
 */
export function worklistTriggers(
  history: AccountHistory,
  asOfDay: number,
  attitude: Attitude,
  switching: Voice<Switching>,
  assessed: Assessed,
  settings: Pick<LoyaltySettings, "line" | "keptLine">,
): Trigger[] {
  const events = history.events.filter((event) => event.day <= asOfDay);
  return [
    noticeTrigger(assessed),
    decisionTrigger(assessed, asOfDay),
    signerTrigger(attitude, asOfDay, settings.line),
    switchingTrigger(switching, events, asOfDay),
    lateTrigger(assessed),
    lessTrigger(assessed, asOfDay, settings.keptLine),
    complaintTrigger(events, asOfDay),
    overdueTrigger(events, asOfDay),
    silenceTrigger(assessed, asOfDay),
    ownerTrigger(events, asOfDay),
  ].filter((trigger) => trigger !== null);
}

type Maybe = Trigger | null;

function noticeTrigger({ noticeGivenDay }: Assessed): Maybe {
  if (noticeGivenDay === null) return null;
  return { rank: 1, sinceDay: noticeGivenDay, code: "noticeGiven" };
}

function decisionTrigger({ decisionDay, signal }: Assessed, asOfDay: number): Maybe {
  if (decisionDay === null || decisionDay - asOfDay > 180 || signal.verdict === "onTrack")
    return null;
  return { rank: 2, sinceDay: decisionDay - 180, code: "decisionNear", decisionDay };
}

function signerTrigger(attitude: Attitude, asOfDay: number, line: number): Maybe {
  const below = attitude.persons
    .filter(
      (person) =>
        person.role === "decisionMaker" &&
        person.score !== null &&
        !isAtLeast(person.score, line) &&
        asOfDay - person.lastAnswerDay <= newDays,
    )
    .sort((a, b) => (a.score as number) - (b.score as number))
    .at(0);
  if (below === undefined) return null;
  return {
    rank: 3,
    sinceDay: below.lastAnswerDay,
    code: "signerBelowLine",
    personId: below.personId,
    score: below.score as number,
  };
}

function switchingTrigger(
  switching: Voice<Switching>,
  events: readonly AccountEvent[],
  asOfDay: number,
): Maybe {
  if (switching?.value === "no" && asOfDay - switching.day <= newDays)
    return { rank: 4, sinceDay: switching.day, code: "wouldNotChooseAgain" };
  const rival = latest(events, "rivalNamed");
  if (rival === null || asOfDay - rival > newDays) return null;
  return { rank: 4, sinceDay: rival, code: "rivalNamed" };
}

function lateTrigger({ rhythm, behaviour }: Assessed): Maybe {
  if (behaviour.rhythmScore === null) return null;
  if (rhythm.status !== "late" && rhythm.status !== "lost") return null;
  const { sinceDays, usualDays, lostOnDay, lateOnDay } = rhythm;
  return { rank: 5, sinceDay: lateOnDay, code: "late", sinceDays, usualDays, lostOnDay };
}

function lessTrigger({ behaviour, evidence }: Assessed, asOfDay: number, line: number): Maybe {
  const { ratio, provenRatio } = behaviour.kept;
  if (ratio === null || provenRatio === null || isAtLeast(provenRatio, line)) return null;
  return {
    rank: 6,
    sinceDay: evidence.behaviourDay ?? asOfDay,
    code: "buysLess",
    ratio,
    provenRatio,
  };
}

function complaintTrigger(events: readonly AccountEvent[], asOfDay: number): Maybe {
  const complaints = events.filter((event) => event.kind === "complaint");
  const recent = complaints.filter((event) => asOfDay - event.day <= 180);
  const open = complaints.filter((event) => isOpen(event, asOfDay) && asOfDay - event.day > 7);
  if (recent.length < 2 && open.length === 0) return null;
  const openDays = open.length === 0 ? null : asOfDay - Math.min(...open.map(({ day }) => day));
  const sinceDay = Math.max(...[...recent, ...open].map(({ day }) => day));
  return { rank: 7, sinceDay, code: "complaints", openDays, count: recent.length };
}

function overdueTrigger(events: readonly AccountEvent[], asOfDay: number): Maybe {
  const overdue = events
    .filter(isPromiseOrCase)
    .filter((event) => isOverdue(event, asOfDay))
    .sort((a, b) => (a.dueDay as number) - (b.dueDay as number) || compareText(b.kind, a.kind))
    .at(0);
  if (overdue === undefined) return null;
  const code = overdue.kind === "promise" ? "promiseOverdue" : "caseOverdue";
  const dueDay = overdue.dueDay as number;
  return { rank: 8, sinceDay: dueDay, code, dueDay };
}

type PromiseOrCase = Extract<AccountEvent, { dueDay: number | null; closedDay: number | null }>;

function isPromiseOrCase(event: AccountEvent): event is PromiseOrCase {
  return event.kind === "promise" || event.kind === "case";
}

function silenceTrigger({ hearing }: Assessed, asOfDay: number): Maybe {
  const { isSilent, isNotAsked, lastHeardDay } = hearing;
  if (!isSilent && !isNotAsked) return null;
  const sinceDay = lastHeardDay === null ? asOfDay - 180 : lastHeardDay + 180;
  return { rank: 9, sinceDay, code: isSilent ? "silent" : "notAsked", lastHeardDay };
}

function ownerTrigger(events: readonly AccountEvent[], asOfDay: number): Maybe {
  const day = latest(events, "ownerChanged");
  if (day === null || asOfDay - day > newDays) return null;
  if (events.some((event) => event.kind === "contact" && event.day >= day)) return null;
  return { rank: 10, sinceDay: day, code: "ownerChanged", day };
}

function latest(events: readonly AccountEvent[], kind: AccountEvent["kind"]): number | null {
  let day: number | null = null;
  for (const event of events)
    if (event.kind === kind && (day === null || event.day > day)) day = event.day;
  return day;
}
