import { compareText } from "../core/compare-text";
import { median } from "../core/order-statistics";
import type { AccountAssessment, LoyaltyState } from "./assessment-types";
import type { Trigger } from "./follow-up-types";
import type { LossShare, LossShares } from "./loss-share";

export type WorklistAction = "ask" | "logCall" | "closePromise" | "closeCase" | "review";
export type WorklistGroup = "within14Days" | "within90Days" | "later";

export type WorklistLine = {
  readonly accountId: string;
  readonly name: string;
  readonly state: LoyaltyState;
  readonly group: WorklistGroup;
  readonly byWhenDay: number | null;
  readonly canBeLostMinor: number;
  readonly lossShare: LossShare;
  readonly atRiskMinor: number;
  /** Up to three, in order of importance; `moreReasons` are left out. */
  readonly reasons: readonly Trigger[];
  readonly moreReasons: number;
  readonly action: WorklistAction;
};

export type Worklist = {
  readonly lines: readonly WorklistLine[];
  /** Sleeping until a next step's date, or in time under a case; same order. */
  readonly asleep: readonly WorklistLine[];
};

export type WorklistInput = {
  readonly assessments: readonly AccountAssessment[];
  readonly lossShares: LossShares;
  readonly nameOf: (accountId: string) => string;
  /** Running revenue of all active accounts, where `assessments` are only those with a trigger. */
  readonly activeMinor?: readonly number[];
};

/**
 * Worklist: whom should somebody look after now, and what hangs on it?
 *
 * Formula: every active account with a trigger is one line; revenue at risk = what can be lost within
 * 12 months x loss share of its state; groups by when (within 14 days or overdue, within 90 days,
 * later or no date), inside a group by revenue at risk, then name. Silence counts only above the
 * median running revenue.
 *
 * @param input assessments of one as-of day, loss shares per state, and the accounts' names
 * @returns lines awake and asleep; money in minor units
 * Empty: no lines when no trigger holds.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example worklist({ assessments: [], lossShares: lossShares([], 0), nameOf: (id) => id }).lines // => []
 */
export function worklist(input: WorklistInput): Worklist {
  const active = input.assessments.filter(({ standing }) => standing !== null);
  const middle =
    median(input.activeMinor ?? active.map(({ revenue }) => revenue.runningMinor)) ?? 0;
  const lines: WorklistLine[] = [];
  const asleep: WorklistLine[] = [];
  for (const assessment of active) {
    const triggers = assessment.triggers.filter(
      (trigger) => trigger.rank !== 9 || assessment.revenue.runningMinor > middle,
    );
    if (triggers.length === 0) continue;
    (isAsleep(assessment, triggers) ? asleep : lines).push(lineOf(assessment, triggers, input));
  }
  return { lines: lines.sort(byUrgency), asleep: asleep.sort(byUrgency) };
}

/**
 * Revenue at risk: what does an account put at stake within 12 months?
 *
 * Formula: what can be lost within 12 months x loss share of its state.
 *
 * @param assessment an active account
 * @param shares loss share per state
 * @returns minor units, never more than the running revenue; null when the account is not active
 * Empty: null for an account that is not active; 0 when everything is bound beyond 12 months.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example revenueAtRisk({ canBeLostMinor: 610, standing: { state: "passive", part: "unhappy", reason: null } }, lossShares([], 0)) // => 91.5
 */
export function revenueAtRisk(
  assessment: Pick<AccountAssessment, "canBeLostMinor" | "standing">,
  shares: LossShares,
): number | null {
  if (assessment.standing === null) return null;
  return assessment.canBeLostMinor * shares[assessment.standing.state].value;
}

function lineOf(
  assessment: AccountAssessment,
  triggers: readonly Trigger[],
  { lossShares, nameOf }: WorklistInput,
): WorklistLine {
  const state = assessment.standing?.state ?? "notKnown";
  return {
    accountId: assessment.accountId,
    name: nameOf(assessment.accountId),
    state,
    group: groupOf(assessment),
    byWhenDay: assessment.byWhenDay,
    canBeLostMinor: assessment.canBeLostMinor,
    lossShare: lossShares[state],
    atRiskMinor: revenueAtRisk(assessment, lossShares) ?? 0,
    reasons: triggers.slice(0, 3),
    moreReasons: Math.max(0, triggers.length - 3),
    action: actionOf(assessment, triggers),
  };
}

function groupOf({ byWhenDay, asOfDay }: AccountAssessment): WorklistGroup {
  if (byWhenDay === null || byWhenDay - asOfDay > 90) return "later";
  return byWhenDay - asOfDay <= 14 ? "within14Days" : "within90Days";
}

/** A logged next step sleeps until its date, a case until its deadline; newer evidence wakes both. */
function isAsleep(assessment: AccountAssessment, triggers: readonly Trigger[]): boolean {
  const { nextStep, caseInTime, asOfDay } = assessment;
  const isStepAhead = nextStep !== null && nextStep.dueDay > asOfDay;
  const seenUpTo = Math.max(
    isStepAhead ? nextStep.loggedDay : Number.NEGATIVE_INFINITY,
    caseInTime?.openedDay ?? Number.NEGATIVE_INFINITY,
  );
  return triggers.every((trigger) => trigger.sinceDay <= seenUpTo);
}

function actionOf(assessment: AccountAssessment, triggers: readonly Trigger[]): WorklistAction {
  if (triggers[0]?.code !== "noticeGiven" && assessment.signal.theyDiffer) return "review";
  switch (triggers[0]?.code) {
    case "promiseOverdue":
      return "closePromise";
    case "caseOverdue":
      return "closeCase";
    case "notAsked":
      return "ask";
    case "decisionNear":
    case "buysLess":
      return assessment.attitude.reason === "neverAsked" ? "ask" : "logCall";
    default:
      return "logCall";
  }
}

const groupOrder: { readonly [K in WorklistGroup]: number } = {
  within14Days: 0,
  within90Days: 1,
  later: 2,
};

function byUrgency(a: WorklistLine, b: WorklistLine): number {
  return (
    groupOrder[a.group] - groupOrder[b.group] ||
    b.atRiskMinor - a.atRiskMinor ||
    compareText(a.name, b.name) ||
    compareText(a.accountId, b.accountId)
  );
}
