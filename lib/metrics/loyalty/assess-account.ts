import { checkDay } from "../check";
import { isAtLeast } from "../result";
import { accountActivity } from "./account-activity";
import { accountAttitude } from "./account-attitude";
import type { AccountAssessment, Behaviour, Rhythm, RunningRevenue, Tag } from "./assessment-types";
import { baseKnownFrom, behaviourScore } from "./behaviour-score";
import { type ContractOutlook, contractOutlook, earlier } from "./contract-outlook";
import { alternativeAnswer, switchingAnswer } from "./deciding-voice";
import { engagementIndex, engagementMeasures } from "./engagement-index";
import { behaviourEvidence } from "./evidence";
import { hearing } from "./hearing";
import { keptRevenue } from "./kept";
import { loyaltyState } from "./loyalty-state";
import { orderRhythm } from "./order-rhythm";
import { isOpen, renewalSignal } from "./renewal-signal";
import { runningRevenue } from "./running-revenue";
import { worklistTriggers } from "./triggers";
import type { AccountEvent, AccountHistory, LoyaltyContext } from "./types";
import { walletShare } from "./wallet-share";

/**
 * Account assessment: where does one account stand at the close of one day?
 *
 * Formula: the composition of this library's loyalty formulas, each of them documented at its own
 * place: running revenue, rhythm, behaviour, attitude, state, tags, hearing, renewal signal, worklist
 * triggers and engagement. Nothing after the as-of day is seen, so one history serves every day.
 *
 * @param history everything recorded about one account
 * @param asOfDay day number, usually the last day of a month
 * @param context the workspace's settings and the first month of its order data
 * @returns everything the product says about the account on that day
 * Empty: an account without contracts and orders is not active; `standing` is null and it is in no sum.
 * @throws RangeError when a figure is not finite, a score off its scale or a day not whole
 * @source Holdfast's own construct
 * @example assessAccount(emptyAccountHistory, 20000, { dataFromMonth: 24000, settings: defaultLoyaltySettings }).standing // => null
 */
export function assessAccount(
  history: AccountHistory,
  asOfDay: number,
  context: LoyaltyContext,
): AccountAssessment {
  checkDay(asOfDay, "asOfDay");
  const { settings } = context;
  const revenue = runningRevenue(history, asOfDay, context);
  const rhythm = orderRhythm(history.orders.orderDays, asOfDay, {
    quietRanges: history.quietRanges,
    maxGaps: settings.maxGaps,
    minGaps: settings.minGaps,
    lostAfterDays: settings.lostAfterDays,
  });
  const shareOfWallet = walletShare(history.wallets, asOfDay);
  const behaviour = accountBehaviour(history, asOfDay, context, revenue, rhythm, shareOfWallet);
  const attitude = accountAttitude(history.people, asOfDay, settings);
  const lenient = { ...settings, points: settings.lenientPoints };
  const lenientAttitude = accountAttitude(history.people, asOfDay, lenient);
  const activity = accountActivity(history, asOfDay, rhythm);
  const outlook = contractOutlook(history, asOfDay);
  const isLeaving = outlook.noticeGivenDay !== null;
  const switching = switchingAnswer(attitude.persons);
  const alternative = alternativeAnswer(attitude.persons);
  const heard = hearing(history, asOfDay, attitude.score !== null, settings);
  const signal = renewalSignal(
    {
      history,
      asOfDay,
      attitude,
      behaviour,
      rhythm,
      hearing: heard,
      switching: switching?.value ?? null,
    },
    settings,
  );
  const { decisionDay, noticeGivenDay, boundUntilDay } = outlook;
  const assessed = {
    revenue,
    rhythm,
    behaviour,
    hearing: heard,
    signal,
    decisionDay,
    noticeGivenDay,
    boundUntilDay,
    evidence: {
      attitudeDay: latestAnswer(attitude.persons.map((person) => person.lastAnswerDay)),
      behaviourDay: behaviourEvidence(history, asOfDay, rhythm),
    },
  };
  return {
    ...assessed,
    accountId: history.accountId,
    asOfDay,
    activity,
    attitude,
    lenientAttitudeScore: lenientAttitude.score,
    standing: activity.isActive ? loyaltyState(behaviour, attitude, isLeaving, settings) : null,
    lenientState: activity.isActive
      ? loyaltyState(behaviour, lenientAttitude, isLeaving, settings).state
      : null,
    tags: tagsOf({
      lockedIn: switching !== null && switching.value !== "yes",
      captive: alternative?.value === "noRealAlternative",
      runsByItself: revenue.split.byItselfMinor > revenue.runningMinor / 2,
      boundUntil: boundUntilDay !== null,
      decisionMakerNotHeard: attitude.ways.leastConvinced === null,
      theyDisagree: attitude.disagree,
      roomToGrow: shareOfWallet !== null && !isAtLeast(shareOfWallet, settings.roomBelow),
    }),
    switching: switching?.value ?? null,
    relativeAdvantage: alternative?.value ?? null,
    shareOfWallet,
    canBeLostMinor: Math.min(
      Math.max(0, revenue.runningMinor),
      outlook.canBeLostMinor + Math.max(0, revenue.orderMinor),
    ),
    triggers: worklistTriggers(history, asOfDay, attitude, switching, assessed, settings.line),
    ...agenda(history.events, asOfDay, rhythm, behaviour, outlook),
    engagement: engagementIndex(
      engagementMeasures(history, asOfDay, heard, revenue.split, settings),
      settings.engagementWeights,
    ),
  };
}

function accountBehaviour(
  history: AccountHistory,
  asOfDay: number,
  { settings }: LoyaltyContext,
  revenue: RunningRevenue,
  rhythm: Rhythm,
  shareOfWallet: number | null,
): Behaviour {
  return behaviourScore({
    kept: keptRevenue(revenue, settings),
    rhythm,
    revenue,
    walletShare: settings.countsWallet ? shareOfWallet : null,
    knownFromDay: baseKnownFrom(history, asOfDay),
  });
}

function tagsOf(held: { readonly [K in Tag]: boolean }): Tag[] {
  return (Object.keys(held) as Tag[]).filter((tag) => held[tag]);
}

function latestAnswer(days: readonly number[]): number | null {
  return days.length === 0 ? null : Math.max(...days);
}

/** Dates the worklist orders and sleeps by. */
function agenda(
  events: readonly AccountEvent[],
  asOfDay: number,
  rhythm: Rhythm,
  behaviour: Behaviour,
  outlook: ContractOutlook,
): Pick<AccountAssessment, "byWhenDay" | "nextStep" | "hasCaseInTime"> {
  let byWhenDay = earlier(outlook.decisionDay, outlook.endsOnDay);
  const isLate = rhythm.status === "late" || rhythm.status === "lost";
  if (isLate && behaviour.rhythmScore !== null) byWhenDay = earlier(byWhenDay, rhythm.lostOnDay);
  let nextStep: AccountAssessment["nextStep"] = null;
  let hasCaseInTime = false;
  for (const event of events) {
    if (event.day > asOfDay) continue;
    if (event.kind === "nextStep" && (nextStep === null || event.day >= nextStep.loggedDay))
      nextStep = { loggedDay: event.day, dueDay: event.dueDay };
    if ((event.kind !== "case" && event.kind !== "promise") || !isOpen(event, asOfDay)) continue;
    byWhenDay = earlier(byWhenDay, event.dueDay);
    hasCaseInTime ||= event.kind === "case" && event.dueDay !== null && event.dueDay >= asOfDay;
  }
  return { byWhenDay, nextStep, hasCaseInTime };
}
