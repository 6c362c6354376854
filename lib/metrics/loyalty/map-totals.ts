import { isAtLeast } from "../core/result";
import { clusteredRatio, type RatioRow } from "../statistics/clustered-ratio";
import type {
  AccountAssessment,
  AttitudeReason,
  LoyaltyState,
  RevenueSplit,
} from "./assessment-types";
import type { Coverage, MapTotals, ShareOfRevenue } from "./map-types";

type MutablePile = { accounts: number; revenueMinor: number };
type Piles<K extends string> = { [P in K]: MutablePile };

const states: readonly LoyaltyState[] = ["loyal", "passive", "latent", "leaving", "notKnown"];
const reasons: readonly AttitudeReason[] = [
  "neverAsked",
  "askedNoAnswer",
  "answersTooOld",
  "askedTooRecently",
  "nothingScored",
];

/**
 * Map totals: what is the loyalty map worth, state by state?
 *
 * Formula: sums of running revenue over the active accounts by state; passive = unhappy + lukewarm;
 * unheard = behaviour at least .50 and attitude null, by reason; not proven = passive + unheard;
 * locked in = behaviour at least .50 and switching answer no or not sure; captive the same with no
 * real alternative; each share among those who answered, with the account as sampling unit.
 *
 * @param assessments one per account, all at one as-of day and in one currency
 * @param line the cut on the behaviour axis, 0..1
 * @returns accounts and running revenue in minor units for every part of the map
 * Empty: zero accounts and zero revenue; a share is null when nobody answered its question.
 * @throws RangeError when the assessments are of different days
 * @source Dick & Basu (1994); Holdfast's own construct
 * @example mapTotals([]).states.loyal // => { accounts: 0, revenueMinor: 0 }
 */
export function mapTotals(assessments: readonly AccountAssessment[], line = 0.5): MapTotals {
  const sums = emptySums();
  for (const assessment of assessments) {
    if (assessment.asOfDay !== assessments[0]?.asOfDay)
      throw new RangeError(`account ${assessment.accountId} was assessed on another day`);
    if (assessment.standing !== null) addAccount(sums, assessment, line);
  }
  const { notProven, coverage, lockedRows, captiveRows, ...rest } = sums;
  return {
    ...rest,
    notProven,
    coverage,
    lockedInShare: shareOf(lockedRows),
    captiveShare: shareOf(captiveRows),
  };
}

function emptySums() {
  const piles = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, emptyPile()])) as Piles<K>;
  return {
    ...piles([
      "total",
      "unhappy",
      "lukewarm",
      "unheard",
      "notProven",
      "staying",
      "switchingAnswered",
      "captive",
      "alternativeAnswered",
    ]),
    states: piles(states),
    lenientStates: piles(states),
    unheardByReason: piles(reasons),
    lockedIn: piles(["total", "no", "notSure"]),
    coverage: piles(["total", "asked", "heard", "signerHeard", "known", "silent", "notAsked"]),
    split: { chosenMinor: 0, byItselfMinor: 0, olderContractMinor: 0, notRecordedMinor: 0 },
    lockedRows: [] as RatioRow[],
    captiveRows: [] as RatioRow[],
  };
}

type Sums = ReturnType<typeof emptySums>;

function emptyPile(): MutablePile {
  return { accounts: 0, revenueMinor: 0 };
}

function addAccount(sums: Sums, assessment: AccountAssessment, line: number): void {
  const { standing, lenientState, attitude, behaviour } = assessment;
  if (standing === null || lenientState === null) return;
  const revenue = assessment.revenue.runningMinor;
  const addTo = (pile: MutablePile, holds = true) => {
    if (!holds) return;
    pile.accounts += 1;
    pile.revenueMinor += revenue;
  };
  const stays = behaviour.score !== null && isAtLeast(behaviour.score, line);
  // Notice given is leaving whatever was said: such revenue no longer stays.
  const isStaying = stays && standing.state !== "leaving";
  const isUnheard = isStaying && attitude.score === null;
  addTo(sums.total);
  addTo(sums.states[standing.state]);
  addTo(sums.lenientStates[lenientState]);
  addTo(sums.unhappy, standing.part === "unhappy");
  addTo(sums.lukewarm, standing.part === "lukewarm");
  addTo(sums.unheard, isUnheard);
  if (isUnheard && attitude.reason !== null) addTo(sums.unheardByReason[attitude.reason]);
  addTo(sums.notProven, isUnheard || standing.state === "passive");
  addTo(sums.staying, isStaying);
  if (isStaying) addBound(sums, assessment, addTo);
  addCoverage(sums.coverage, assessment, addTo);
  addSplit(sums.split, assessment.revenue.split);
}

type AddTo = (pile: MutablePile, holds?: boolean) => void;

function addBound(sums: Sums, assessment: AccountAssessment, addTo: AddTo): void {
  const { switching, relativeAdvantage } = assessment;
  const revenue = Math.max(0, assessment.revenue.runningMinor);
  if (switching !== null) {
    const isLocked = switching !== "yes";
    addTo(sums.switchingAnswered);
    addTo(sums.lockedIn.total, isLocked);
    addTo(sums.lockedIn.no, switching === "no");
    addTo(sums.lockedIn.notSure, switching === "notSure");
    sums.lockedRows.push({ y: isLocked ? revenue : 0, x: revenue });
  }
  if (relativeAdvantage !== null) {
    const isCaptive = relativeAdvantage === "noRealAlternative";
    addTo(sums.alternativeAnswered);
    addTo(sums.captive, isCaptive);
    sums.captiveRows.push({ y: isCaptive ? revenue : 0, x: revenue });
  }
}

function addCoverage(
  coverage: Piles<keyof Coverage>,
  { hearing }: AccountAssessment,
  addTo: AddTo,
): void {
  addTo(coverage.total);
  addTo(coverage.asked, hearing.isAskedInQuarter);
  addTo(coverage.heard, hearing.isHeardInQuarter);
  addTo(coverage.signerHeard, hearing.isSignerHeardInQuarter);
  addTo(coverage.known, hearing.isKnown);
  addTo(coverage.silent, hearing.isSilent);
  addTo(coverage.notAsked, hearing.isNotAsked);
}

function addSplit(sums: { -readonly [K in keyof RevenueSplit]: number }, split: RevenueSplit) {
  for (const key of Object.keys(sums) as (keyof RevenueSplit)[]) sums[key] += split[key];
}

function shareOf(rows: readonly RatioRow[]): ShareOfRevenue {
  const ratio = clusteredRatio(rows);
  if (ratio.value === null) return { value: null, low: null, high: null, n: ratio.n };
  return {
    value: ratio.value,
    low: ratio.interval === null ? null : Math.max(0, ratio.interval.low),
    high: ratio.interval === null ? null : Math.min(1, ratio.interval.high),
    n: ratio.n,
  };
}

/** Bounds of a revenue-weighted figure when all unheard revenue said the worst, or the best. */
export type CoverageBounds = { readonly low: number; readonly high: number };

/**
 * Coverage bounds: what could a revenue NPS be if everybody had answered?
 *
 * Formula: heard share x figure minus, and plus, unheard share x 100.
 *
 * @param figure revenue NPS of the accounts that were heard, -100..100
 * @param heard running revenue heard
 * @param total running revenue of all active accounts
 * @returns worst and best figure, or null
 * Empty: null when there is no revenue.
 * @throws RangeError when more was heard than there is
 * @source Manski, Partial Identification of Probability Distributions (2003); Holdfast's own construct
 * @example coverageBounds(31, 105.1, 148) // => { low: -6.972, high: 51.001 }
 */
export function coverageBounds(
  figure: number,
  heard: number,
  total: number,
): CoverageBounds | null {
  if (heard > total || heard < 0) throw new RangeError("heard must lie between 0 and total");
  if (total === 0) return null;
  const share = heard / total;
  return { low: share * figure - (1 - share) * 100, high: share * figure + (1 - share) * 100 };
}
