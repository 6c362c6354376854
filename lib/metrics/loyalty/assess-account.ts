import { isAtLeast } from "../core/result";
import { accountStanding } from "./account-standing";
import type { AccountAssessment, Behaviour, Rhythm, RunningRevenue, Tag } from "./assessment-types";
import { type ContractOutlook, contractOutlook } from "./contract-outlook";
import { alternativeAnswer, switchingAnswer } from "./deciding-voice";
import { engagementIndex } from "./engagement-index";
import { engagementMeasures } from "./engagement-measures";
import { behaviourEvidence } from "./evidence";
import { hearing } from "./hearing";
import { isOpen } from "./open-events";
import { renewalSignal } from "./renewal-signal";
import { worklistTriggers } from "./triggers";
import type { AccountEvent, AccountHistory, LoyaltyContext } from "./types";

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
  const { settings } = context;
  const outlook = contractOutlook(history, asOfDay);
  const axes = accountStanding(history, asOfDay, context);
  const { behaviour, attitude, rhythm, revenue } = axes;
  const switching = switchingAnswer(attitude.persons);
  const alternative = alternativeAnswer(attitude.persons);
  const heard = hearing(history, asOfDay, attitude.score !== null, settings);
  const signal = renewalSignal(
    { ...axes, history, asOfDay, hearing: heard, switching: switching?.value ?? null },
    settings,
  );
  const { decisionDay, noticeGivenDay } = outlook;
  const evidence = {
    attitudeDay: latestDay(attitude.persons.map((person) => person.lastAnswerDay)),
    behaviourDay: behaviourEvidence(history, asOfDay, rhythm),
  };
  const assessed = { ...axes, hearing: heard, signal, decisionDay, noticeGivenDay, evidence };
  return {
    ...assessed,
    tags: tagsOf({
      lockedIn: switching !== null && switching.value !== "yes",
      captive: alternative?.value === "noRealAlternative",
      runsByItself: revenue.split.byItselfMinor > revenue.runningMinor / 2,
      boundUntil: outlook.boundUntilDay !== null,
      decisionMakerNotHeard: attitude.ways.leastConvinced === null,
      theyDisagree: attitude.disagree,
      roomToGrow: axes.shareOfWallet !== null && !isAtLeast(axes.shareOfWallet, settings.roomBelow),
    }),
    boundUntilDay: outlook.boundUntilDay,
    switching: switching?.value ?? null,
    relativeAdvantage: alternative?.value ?? null,
    canBeLostMinor: canBeLost(revenue, outlook),
    triggers: worklistTriggers(history, asOfDay, attitude, switching, assessed, settings),
    ...agenda(history.events, asOfDay, rhythm, behaviour, outlook),
    engagement: engagementIndex(
      engagementMeasures(history, asOfDay, heard, revenue.split, settings, context.recordedFrom),
      settings.engagementWeights,
    ),
  };
}

function canBeLost(revenue: RunningRevenue, outlook: ContractOutlook): number {
  const orders = Math.max(0, revenue.orderMinor);
  return Math.min(Math.max(0, revenue.runningMinor), outlook.canBeLostMinor + orders);
}

function tagsOf(held: { readonly [K in Tag]: boolean }): Tag[] {
  return (Object.keys(held) as Tag[]).filter((tag) => held[tag]);
}

function latestDay(days: readonly number[]): number | null {
  return days.length === 0 ? null : Math.max(...days);
}

const URGENT_DAYS = 14;

/** Dates the worklist orders and sleeps by. */
function agenda(
  events: readonly AccountEvent[],
  asOfDay: number,
  rhythm: Rhythm,
  behaviour: Behaviour,
  outlook: ContractOutlook,
): Pick<AccountAssessment, "byWhenDay" | "nextStep" | "caseInTime"> {
  const dates = [outlook.decisionDay, outlook.endsOnDay];
  const isLate = rhythm.status === "late" || rhythm.status === "lost";
  if (isLate && behaviour.rhythmScore !== null) dates.push(rhythm.lostOnDay);
  let nextStep: AccountAssessment["nextStep"] = null;
  let caseInTime: AccountAssessment["caseInTime"] = null;
  for (const event of events) {
    if (event.day > asOfDay) continue;
    if (event.kind === "nextStep" && isLater(event, nextStep?.loggedDay, nextStep?.dueDay))
      nextStep = { loggedDay: event.day, dueDay: event.dueDay };
    if ((event.kind !== "case" && event.kind !== "promise") || !isOpen(event, asOfDay)) continue;
    dates.push(event.dueDay);
    if (event.kind !== "case" || event.dueDay === null || event.dueDay < asOfDay) continue;
    if (
      isLater({ day: event.day, dueDay: event.dueDay }, caseInTime?.openedDay, caseInTime?.dueDay)
    )
      caseInTime = { openedDay: event.day, dueDay: event.dueDay };
  }
  return { byWhenDay: mostUrgent(dates, asOfDay), nextStep, caseInTime };
}

/** Logged later, or on the same day with the later date. */
function isLater(
  { day, dueDay }: { readonly day: number; readonly dueDay: number },
  heldDay = Number.NEGATIVE_INFINITY,
  heldDueDay = Number.NEGATIVE_INFINITY,
): boolean {
  return day > heldDay || (day === heldDay && dueDay > heldDueDay);
}

/** The earliest date; where that one is overdue, a date of the same group that can still be met. */
function mostUrgent(dates: readonly (number | null)[], asOfDay: number): number | null {
  const known = dates.filter((day) => day !== null).sort((a, b) => a - b);
  const ahead = known.find((day) => day >= asOfDay);
  return ahead !== undefined && ahead - asOfDay <= URGENT_DAYS ? ahead : (known[0] ?? null);
}
