import type { RatioRow } from "../statistics/clustered-ratio";
import type { AccountAssessment, RevenueSplit } from "./assessment-types";
import { type MapMember, mapShares, memberOf, shareOfRevenue } from "./map-shares";
import { addPlaced, addTo, emptyMapSums, isStaying, type MutablePile, piles } from "./map-sums";
import type { Coverage, MapTotals } from "./map-types";

/**
 * Map totals: what is the loyalty map worth, state by state?
 *
 * Formula: sums of running revenue over the active accounts by state; passive = unhappy + lukewarm;
 * unheard = behaviour at least .50 and attitude null, by reason; not proven = passive + unheard;
 * locked in = behaviour at least .50 and switching answer no or not sure; captive the same with no
 * real alternative; each share among those who answered, with the account as sampling unit. Every
 * part also as a share of the active accounts (Wilson) and of their revenue (ratio by account).
 *
 * @param assessments one per account, all at one as-of day and in one currency
 * @param line the cut on the behaviour axis, 0..1
 * @returns accounts and running revenue in minor units for every part of the map, and its shares 0..1
 *   with 95 % intervals: as if the accounts were a draw from all that might stand there
 * Empty: zero accounts and zero revenue; a share is null when nobody answered its question.
 * @throws RangeError when the assessments are of different days
 * @source Dick & Basu (1994); Wilson (1927); Cochran, Sampling Techniques (1977); Korn & Graubard (1998), Survey Methodology 24; Holdfast's own construct
 * @example mapTotals([]).states.loyal // => { accounts: 0, revenueMinor: 0 }
 */
export function mapTotals(assessments: readonly AccountAssessment[], line = 0.5): MapTotals {
  return joinedTotals([partOfTotals(assessments, line)]);
}

/** What some of the accounts bring to the totals of all. */
export type PartOfTotals = {
  readonly asOfDay: number | null;
  readonly sums: ReturnType<typeof emptySums>;
  readonly members: readonly MapMember[];
  readonly lockedRows: readonly RatioRow[];
  readonly captiveRows: readonly RatioRow[];
};

/**
 * Part of the totals: what do some of the accounts bring to the map's totals?
 *
 * Formula: the sums of `mapTotals` over these accounts, and what each of them brings to the shares.
 *
 * @param assessments one per account, all at one as-of day and in one currency
 * @param line the cut on the behaviour axis, 0..1
 * @returns what `joinedTotals` takes
 * Empty: brings nothing.
 * @throws RangeError when the assessments are of different days
 * @source Holdfast's own construct
 * @example joinedTotals([partOfTotals([])]).total // => { accounts: 0, revenueMinor: 0 }
 */
export function partOfTotals(assessments: readonly AccountAssessment[], line = 0.5): PartOfTotals {
  const sums = emptySums();
  const members: MapMember[] = [];
  const rows = { lockedRows: [] as RatioRow[], captiveRows: [] as RatioRow[] };
  const asOfDay = assessments[0]?.asOfDay ?? null;
  for (const assessment of assessments) {
    if (assessment.asOfDay !== asOfDay)
      throw new RangeError(`account ${assessment.accountId} was assessed on another day`);
    if (assessment.standing === null) continue;
    addPlaced(sums, assessment, line);
    if (isStaying(assessment, line)) addBound(sums, rows, assessment);
    addCoverage(sums.coverage, assessment);
    addSplit(sums.split, assessment.revenue.split);
    members.push(memberOf(assessment, line));
  }
  return { asOfDay, sums, members, ...rows };
}

/**
 * Joined totals: what is the map worth, added up from parts of its accounts?
 *
 * Formula: that of `mapTotals`, over the accounts of all parts in their order.
 *
 * @param parts disjoint parts of the accounts, all at one as-of day and with one line
 * @returns what `mapTotals` of all the accounts returns
 * Empty: as `mapTotals`.
 * @throws RangeError when the parts are of different days
 * @source Holdfast's own construct
 * @example joinedTotals([]).states.loyal // => { accounts: 0, revenueMinor: 0 }
 */
export function joinedTotals(parts: readonly PartOfTotals[]): MapTotals {
  const known = parts.filter(({ asOfDay }) => asOfDay !== null);
  if (known.some(({ asOfDay }) => asOfDay !== known[0]?.asOfDay))
    throw new RangeError("parts of one map were assessed on different days");
  const sums = emptySums();
  for (const part of known) addSums(sums, part.sums);
  return {
    ...sums,
    shares: mapShares(known.flatMap(({ members }) => members)),
    lockedInShare: shareOfRevenue(known.flatMap(({ lockedRows }) => lockedRows)),
    captiveShare: shareOfRevenue(known.flatMap(({ captiveRows }) => captiveRows)),
  };
}

type Numbers = { [key: string]: number | Numbers };

/** Accounts and amounts in minor units, at the same places of both. */
function addSums(sums: Numbers, more: Numbers): void {
  for (const [key, value] of Object.entries(more)) {
    if (typeof value === "number") sums[key] = (sums[key] as number) + value;
    else addSums(sums[key] as Numbers, value);
  }
}

function emptySums() {
  return {
    ...emptyMapSums(),
    ...piles(["switchingAnswered", "captive", "alternativeAnswered"]),
    lockedIn: piles(["total", "no", "notSure"]),
    coverage: piles(["total", "asked", "heard", "signerHeard", "known", "silent", "notAsked"]),
    split: { chosenMinor: 0, byItselfMinor: 0, olderContractMinor: 0, notRecordedMinor: 0 },
  };
}

type Sums = ReturnType<typeof emptySums>;

type BoundRows = { lockedRows: RatioRow[]; captiveRows: RatioRow[] };

function addBound(sums: Sums, rows: BoundRows, assessment: AccountAssessment): void {
  const { switching, relativeAdvantage } = assessment;
  const revenue = assessment.revenue.runningMinor;
  const x = Math.max(0, revenue);
  if (switching !== null) {
    addTo(sums.switchingAnswered, revenue);
    if (switching !== "yes") addTo(sums.lockedIn.total, revenue);
    if (switching !== "yes") addTo(sums.lockedIn[switching], revenue);
    rows.lockedRows.push({ y: switching === "yes" ? 0 : x, x });
  }
  if (relativeAdvantage !== null) {
    const isCaptive = relativeAdvantage === "noRealAlternative";
    addTo(sums.alternativeAnswered, revenue);
    if (isCaptive) addTo(sums.captive, revenue);
    rows.captiveRows.push({ y: isCaptive ? x : 0, x });
  }
}

function addCoverage(
  coverage: { [K in keyof Coverage]: MutablePile },
  { hearing, revenue }: AccountAssessment,
): void {
  const add = (pile: MutablePile, holds: boolean) => {
    if (holds) addTo(pile, revenue.runningMinor);
  };
  add(coverage.total, true);
  add(coverage.asked, hearing.isAskedInQuarter);
  add(coverage.heard, hearing.isHeardInQuarter);
  add(coverage.signerHeard, hearing.isSignerHeardInQuarter);
  add(coverage.known, hearing.isKnown);
  add(coverage.silent, hearing.isSilent);
  add(coverage.notAsked, hearing.isNotAsked);
}

function addSplit(sums: { -readonly [K in keyof RevenueSplit]: number }, split: RevenueSplit) {
  for (const key of Object.keys(sums) as (keyof RevenueSplit)[]) sums[key] += split[key];
}
