import { checkDay } from "../core/check";
import { accountActivity } from "./account-activity";
import { accountAttitude } from "./account-attitude";
import type { AccountAssessment, BehaviourScore, Rhythm } from "./assessment-types";
import { baseKnownFrom } from "./base-known-from";
import { behaviourScore } from "./behaviour-score";
import { isNoticeGiven } from "./contract-outlook";
import { keptRevenue } from "./kept";
import { loyaltyState } from "./loyalty-state";
import type { Placed } from "./map-types";
import { orderRhythm } from "./order-rhythm";
import { runningRevenue } from "./running-revenue";
import type { AccountHistory, LoyaltyContext, LoyaltySettings } from "./types";
import { walletShare } from "./wallet-share";

/** The part of an assessment that places an account on the map. */
export type AccountStanding = Pick<
  AccountAssessment,
  | "accountId"
  | "asOfDay"
  | "activity"
  | "revenue"
  | "rhythm"
  | "behaviour"
  | "attitude"
  | "shareOfWallet"
  | "standing"
>;

/**
 * Account standing: where on the map is one account at the close of one day?
 *
 * Formula: running revenue, rhythm, behaviour, attitude and state of the account assessment, without
 * what is only needed today (triggers, signal, hearing, engagement). The cheap way to a history of
 * month ends.
 *
 * @param history everything recorded about one account
 * @param asOfDay day number, usually the last day of a month
 * @param context the workspace's settings and the first month of its order data
 * @returns the two scores with what they rest on, and the state
 * Empty: an account without contracts and orders is not active; `standing` is null and it is in no sum.
 * @throws RangeError when a figure is not finite, a score off its scale or a day not whole
 * @source Dick & Basu (1994); Holdfast's own construct
 * @example accountStanding(emptyAccountHistory, 20000, { dataFromMonth: 24000, settings: defaultLoyaltySettings }).standing // => null
 */
export function accountStanding(
  history: AccountHistory,
  asOfDay: number,
  context: LoyaltyContext,
): AccountStanding {
  checkDay(asOfDay, "asOfDay");
  const { settings } = context;
  const seen = {
    accountId: history.accountId,
    asOfDay,
    revenue: runningRevenue(history, asOfDay, context),
    rhythm: rhythmAt(history, asOfDay, settings),
    shareOfWallet: walletShare(history.wallets, asOfDay),
    attitude: accountAttitude(history.people, asOfDay, settings),
  };
  const placed = placeAt(history, seen, settings);
  const isUnknown = placed.behaviour.score === null;
  const knownFromDay = isUnknown ? baseKnownFrom(history, asOfDay, context) : null;
  return { ...seen, ...placed, behaviour: { ...placed.behaviour, knownFromDay } };
}

function rhythmAt(history: AccountHistory, asOfDay: number, settings: LoyaltySettings): Rhythm {
  const { quietRanges, orders } = history;
  const { maxGaps, minGaps, lostAfterDays, lateFactor } = settings;
  const cuts = { maxGaps, minGaps, lostAfterDays, lateFactor };
  return orderRhythm(orders.orderDays, asOfDay, { ...cuts, quietRanges });
}

type Seen = Omit<AccountStanding, "activity" | "behaviour" | "standing">;

/** Activity, behaviour and state follow from what was seen. */
function placeAt(
  history: AccountHistory,
  seen: Seen,
  settings: LoyaltySettings,
): Pick<AccountStanding, "activity" | "standing"> & { readonly behaviour: BehaviourScore } {
  const { asOfDay, revenue, rhythm, attitude, shareOfWallet } = seen;
  const behaviour = behaviourScore({
    kept: keptRevenue(revenue, settings),
    rhythm,
    revenue,
    walletShare: settings.countsWallet ? shareOfWallet : null,
  });
  const activity = accountActivity(history, asOfDay, rhythm);
  const isLeaving = isNoticeGiven(history, asOfDay);
  const standing = activity.isActive
    ? loyaltyState(behaviour, attitude, isLeaving, settings)
    : null;
  return { activity, behaviour, standing };
}

/** The same account at the same day under other cuts: only what they touch is computed again. */
export function standAgain(
  history: AccountHistory,
  known: AccountStanding,
  settings: LoyaltySettings,
  moved: "attitude" | "kept" | "rhythm",
): Placed {
  const { asOfDay, revenue } = known;
  if (moved === "attitude") {
    if (known.standing === null) return known;
    const attitude = accountAttitude(history.people, asOfDay, settings);
    const isLeaving = known.standing.reason === "noticeGiven";
    const standing = loyaltyState(known.behaviour, attitude, isLeaving, settings);
    return { revenue, behaviour: known.behaviour, attitude, standing };
  }
  const rhythm = moved === "rhythm" ? rhythmAt(history, asOfDay, settings) : known.rhythm;
  const { attitude } = known;
  return { revenue, attitude, ...placeAt(history, { ...known, rhythm }, settings) };
}
