import { roundHalfEven } from "@/lib/facts/currency";
import { perBlockAssessed } from "@/lib/facts/per-block";
import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  type AccountAssessment,
  type LossShares,
  type Worklist,
  type WorklistLine,
  worklist,
} from "@/lib/metrics";
import { reasonOf } from "./build-reasons";
import type { WorklistDetails } from "./load-worklist-details";
import { perSelection } from "./per-epoch";
import { activeOf, runningOf } from "./scene";
import type { RestingDto, WorklistAction, WorklistDto, WorklistLineDto } from "./worklist.types";

export const LINES_SHOWN = 10;
const RESTING_SHOWN = 20;
const ASK_EVERY_DAYS = 90;

export type FoundWorklist = {
  facts: WorkspaceFacts;
  asOfDay: number;
  shares: LossShares;
  list: Worklist;
};

/** The workspace's whole worklist: its median and its loss shares do not depend on a filter. */
export function findWorklist(
  facts: WorkspaceFacts,
  asOfDay: number,
  shares: LossShares,
): FoundWorklist {
  const list = worklist({
    assessments: perBlockAssessed(facts.units, `with triggers ${asOfDay}`, (block) =>
      activeOf(facts, block, asOfDay).filter(({ triggers }) => triggers.length > 0),
    ),
    activeMinor: runningOf(facts, facts.units, asOfDay),
    lossShares: shares,
    nameOf: (id) => facts.accounts.get(id)?.name ?? "",
  });
  return { facts, asOfDay, shares, list };
}

/** Those lines that are about a selection of accounts. */
export function linesOf<Line extends { accountId: string }>(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  lines: readonly Line[],
): readonly Line[] {
  if (units === facts.units) return lines;
  const ids = new Set(units.map(({ id }) => id));
  return lines.filter(({ accountId }) => ids.has(accountId));
}

/** What of it is about a selection of accounts. */
export type OwnWorklist = {
  lines: readonly WorklistLine[];
  atRiskMinor: number;
  asleep: readonly WorklistLine[];
};

export function ownWorklist(found: FoundWorklist, units: readonly UnitFacts[]): OwnWorklist {
  return perSelection(units, `worklist ${found.asOfDay}`, () => {
    const lines = linesOf(found.facts, units, found.list.lines);
    return {
      lines,
      atRiskMinor: roundHalfEven(lines.reduce((sum, line) => sum + line.atRiskMinor, 0)),
      asleep: linesOf(found.facts, units, found.list.asleep),
    };
  });
}

function byWhen(line: WorklistLine, assessment: AccountAssessment, unit: UnitFacts) {
  const { byWhenDay: day } = line;
  if (day === null) return null;
  const { asOfDay, decisionDay, rhythm } = assessment;
  const dued = unit.history.events.find(
    (event) => (event.kind === "case" || event.kind === "promise") && event.dueDay === day,
  );
  const isLost = rhythm.score !== null && rhythm.lostOnDay === day;
  const other = dued?.kind === "case" ? "case" : dued?.kind === "promise" ? "promise" : "ends";
  const kind = decisionDay === day ? "decision" : isLost ? "countsAsLost" : other;
  return { on: isoOfDay(day), kind, daysLeft: day - asOfDay } as const;
}

/** The day from which somebody at the account may be asked again; null when that is now. */
function mayAskFrom(unit: UnitFacts, asOfDay: number): { day: number | null } | null {
  const present = unit.history.people.filter(
    ({ untilDay, isUnnamed }) => !isUnnamed && (untilDay === null || untilDay > asOfDay),
  );
  if (present.length === 0) return null;
  const days = present.map(({ invitations }) =>
    Math.max(0, ...invitations.map(({ deliveredDay }) => deliveredDay + ASK_EVERY_DAYS)),
  );
  const first = Math.min(...days);
  return { day: first <= asOfDay ? null : first };
}

function actionOf(line: WorklistLine, unit: UnitFacts, asOfDay: number): WorklistAction {
  if (line.action !== "ask") return { kind: line.action };
  const may = mayAskFrom(unit, asOfDay);
  if (may === null) return { kind: "logCall" };
  return { kind: "ask", allowedFrom: may.day === null ? null : isoOfDay(may.day) };
}

export function lineDto(
  line: WorklistLine,
  { facts, asOfDay }: FoundWorklist,
  details: WorklistDetails,
): WorklistLineDto[] {
  const unit = facts.unitById.get(line.accountId);
  const assessment = assessAt(facts, asOfDay).get(line.accountId);
  if (!unit || !assessment) return [];
  const { ownerId } = unit.account;
  const owner = ownerId === null ? undefined : facts.employees.get(ownerId);
  const told = { facts, unit, assessment, details };
  return [
    {
      account: { id: unit.id, name: unit.account.name },
      state: assessment.standing,
      tags: [...assessment.tags],
      byWhen: byWhen(line, assessment, unit),
      atRiskMinor: roundHalfEven(line.atRiskMinor),
      canBeLostMinor: line.canBeLostMinor,
      lossShare: {
        value: line.lossShare.value,
        basis: line.lossShare.basis,
        accounts: Math.round(line.lossShare.accountYears),
        state: line.state,
      },
      reasons: line.reasons.flatMap((trigger) => reasonOf(trigger, told) ?? []),
      owner: owner ? { id: owner.id, name: owner.name } : null,
      action: actionOf(line, unit, asOfDay),
    },
  ];
}

/** The day of the next step or of the case under which a line rests, the later one where there are both. */
export function restsUntil({ nextStep, caseInTime, asOfDay }: AccountAssessment): string | null {
  const days = [nextStep?.dueDay, caseInTime?.dueDay].filter(
    (day) => day !== undefined && day >= asOfDay,
  );
  return days.length === 0 ? null : isoOfDay(Math.max(...(days as number[])));
}

function restingDto({ accountId }: WorklistLine, { facts, asOfDay }: FoundWorklist): RestingDto[] {
  const unit = facts.unitById.get(accountId);
  const assessment = assessAt(facts, asOfDay).get(accountId);
  if (!unit || !assessment) return [];
  return [{ account: { id: unit.id, name: unit.account.name }, until: restsUntil(assessment) }];
}

const GROUPS = ["within14Days", "within90Days", "later"] as const;

/** @param details of the accounts of the first `shown` lines */
export function worklistDto(
  found: FoundWorklist,
  { lines, atRiskMinor, asleep }: OwnWorklist,
  details: WorklistDetails,
  shown: number,
): WorklistDto {
  const first = lines.slice(0, shown);
  const groups = GROUPS.map((key) => ({
    key,
    lines: first
      .filter(({ group }) => group === key)
      .flatMap((line) => lineDto(line, found, details)),
  }));
  const learned = Object.values(found.shares).filter(({ basis }) => basis === "learned");
  return {
    groups: groups.filter((group) => group.lines.length > 0),
    shown: first.length,
    total: lines.length,
    atRiskTotalMinor: atRiskMinor,
    learnedFromAccounts: Math.round(learned.reduce((sum, share) => sum + share.accountYears, 0)),
    sleeping: asleep.length,
    resting: asleep.slice(0, RESTING_SHOWN).flatMap((line) => restingDto(line, found)),
  };
}

/** Accounts, sites included, whose reasons need words. */
export function accountsOfLines(
  { facts }: FoundWorklist,
  lines: readonly WorklistLine[],
): string[] {
  return lines.flatMap(({ accountId }) =>
    (facts.unitById.get(accountId)?.members ?? []).map(({ id }) => id),
  );
}
