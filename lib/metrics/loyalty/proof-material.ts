import { monthOfDay, shiftMonths } from "../core/calendar";
import { checkDay, checkWholeBetween } from "../core/check";
import { accountStanding } from "./account-standing";
import { assessAccount } from "./assess-account";
import type { LoyaltyState, SatisfactionAnswer } from "./assessment-types";
import { pointsOf } from "./attitude-points";
import { npsAnswer, satisfactionAnswer } from "./deciding-voice";
import type { AccountHistory, LoyaltyContext } from "./types";

export type ProofMeasure =
  | "nps"
  | "satisfaction"
  | "relativeAdvantage"
  | "switching"
  | "attitude"
  | "behaviour"
  | "engagement"
  | "heard";

export type ProofMaterial = {
  readonly accountId: string;
  readonly state: LoyaltyState;
  readonly openingMinor: number;
  /** Per measure the score of then, higher meaning better; null where it was not known. */
  readonly scores: { readonly [K in ProofMeasure]: number | null };
  /** The answers of then on their own scales, of whoever decided. */
  readonly nps: number | null;
  readonly satisfaction: SatisfactionAnswer | null;
  readonly isRetained: boolean;
  /** What is proven to be left of the opening revenue, 0 when lost; null where it cannot be known. */
  readonly keptShare: number | null;
  /** Somebody spoke with the account, opened a case or made a promise before it was decided. */
  readonly wasActedOn: boolean;
  /** Whole months until it was lost, else all of them. */
  readonly months: number;
};

/**
 * Proof material: what did we know of an account then, and was it still a customer a year later?
 *
 * Formula: the scores at the close of a day, of whoever decides (least favourable decision-maker, else
 * influencer, else user), set against the account's activity 12 months later. Silent is 0, heard 1.
 *
 * @param history one account
 * @param thenDay day number of the scores; the outcome stands the horizon later
 * @param context settings, first month of the data, what the workspace records
 * @param horizonMonths 12 by default, 1 to 120
 * @returns scores, answers, outcome, whether somebody acted meanwhile, and months until lost
 * Empty: null for an account that was not active then.
 * @throws RangeError when the day is not whole or the horizon is off its range
 * @source Holdfast's own construct
 * @example proofMaterial(emptyAccountHistory, 20000, { dataFromMonth: 24000, settings: defaultLoyaltySettings }) // => null
 */
export function proofMaterial(
  history: AccountHistory,
  thenDay: number,
  context: LoyaltyContext,
  horizonMonths = 12,
): ProofMaterial | null {
  checkDay(thenDay, "thenDay");
  checkWholeBetween(horizonMonths, 1, 120, "horizonMonths");
  const then = assessAccount(history, thenDay, context);
  if (then.standing === null) return null;
  const laterDay = shiftMonths(thenDay, horizonMonths);
  const later = accountStanding(history, laterDay, context);
  const isRetained = later.standing !== null;
  const lostOn = isRetained ? null : (later.activity.lostOnDay ?? laterDay);
  const nps = npsAnswer(then.attitude.persons)?.value ?? null;
  const satisfaction = satisfactionAnswer(then.attitude.persons)?.value ?? null;
  const openingMinor = Math.max(0, then.revenue.runningMinor);
  return {
    accountId: history.accountId,
    state: then.standing.state,
    openingMinor,
    scores: {
      nps,
      satisfaction: satisfaction?.points ?? null,
      ...relativeScores(then, context),
      attitude: then.attitude.score,
      behaviour: then.behaviour.score,
      engagement: then.engagement.value,
      heard: then.hearing.isSilent ? 0 : 1,
    },
    nps,
    satisfaction,
    isRetained,
    keptShare: isRetained ? keptShareOf(later, horizonMonths) : 0,
    wasActedOn: wasActedOn(history, thenDay, lostOn ?? laterDay),
    months: lostOn === null ? horizonMonths : monthsUntil(thenDay, lostOn),
  };
}

function relativeScores(
  { switching, relativeAdvantage }: ReturnType<typeof assessAccount>,
  { settings: { points } }: LoyaltyContext,
) {
  const pointsFor = (question: "switching" | "relativeAdvantage", value: string | null) =>
    value === null ? null : pointsOf({ question, value } as Parameters<typeof pointsOf>[0], points);
  return {
    relativeAdvantage: pointsFor("relativeAdvantage", relativeAdvantage),
    switching: pointsFor("switching", switching),
  };
}

/** Proven K looks 12 months back; over another horizon it says nothing. */
function keptShareOf(
  { behaviour }: ReturnType<typeof accountStanding>,
  horizonMonths: number,
): number | null {
  const { provenRatio } = behaviour.kept;
  return horizonMonths !== 12 || provenRatio === null ? null : Math.min(1, provenRatio);
}

function wasActedOn(history: AccountHistory, thenDay: number, untilDay: number): boolean {
  return history.events.some(
    ({ kind, day }) =>
      (kind === "contact" || kind === "case" || kind === "promise") &&
      day > thenDay &&
      day <= untilDay,
  );
}

/** Whole months between two days. */
function monthsUntil(fromDay: number, untilDay: number): number {
  const months = monthOfDay(untilDay) - monthOfDay(fromDay);
  return Math.max(0, shiftMonths(fromDay, months) > untilDay ? months - 1 : months);
}
