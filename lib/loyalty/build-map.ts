import { assessAt } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  type AccountAssessment,
  type Interval,
  loyaltyMovement,
  type MapTotals,
  mapSensitivity,
  type ShareOfRevenue,
  sensitivityCuts,
  shareOf,
} from "@/lib/metrics";
import type { CutDto, MapCrowdDto, MapDto, MapPointDto, PileDto } from "./figures.types";
import type { MovementDto } from "./overview.types";
import { perUnit } from "./per-epoch";
import type { Scene } from "./scene";

/** The doubt of a figure, where there is a figure. */
export function intervalOf(figure: ShareOfRevenue): Interval | null {
  return figure.value === null ? null : figure.interval;
}

export function pile(sum: { accounts: number; revenueMinor: number }, totalMinor: number): PileDto {
  const { accounts, revenueMinor } = sum;
  return { accounts, revenueMinor, share: shareOf(revenueMinor, totalMinor) };
}

/** Other conventions would move accounts that did nothing. */
function isComparable({ compareDay, asOfDay, cutsChangedOn }: Scene): boolean {
  return compareDay < asOfDay && cutsChangedOn === null;
}

function movedFrom(scene: Scene, after: AccountAssessment): MapPointDto["moved"] {
  const before = scene.before.get(after.accountId);
  if (!before || !isComparable(scene)) return null;
  const movement = loyaltyMovement(before, after);
  const [fromBehaviour, fromAttitude] = [before.behaviour.score, before.attitude.score];
  if (movement.kind !== "moved" || fromBehaviour === null || fromAttitude === null) return null;
  return { fromBehaviour, fromAttitude, fromState: movement.from };
}

function pointOf(scene: Scene, assessment: AccountAssessment): MapPointDto[] {
  const { standing, behaviour, attitude, accountId } = assessment;
  const account = scene.facts.accounts.get(accountId);
  if (standing === null || !account) return [];
  const bound = assessment.boundUntilDay;
  const owner = account.ownerId === null ? undefined : scene.facts.employees.get(account.ownerId);
  return [
    {
      accountId,
      name: account.name,
      behaviour: behaviour.score,
      attitude: attitude.score,
      ...standing,
      revenueMinor: assessment.revenue.runningMinor,
      mark: attitude.mark,
      tags: [...assessment.tags],
      boundUntil: bound === null ? null : isoOfDay(bound),
      ownerName: owner?.name ?? null,
      moved: movedFrom(scene, assessment),
    },
  ];
}

// The map draws up to so many dots, and beside a crowd the largest.
const MOST_POINTS = 500;
const POINTS_BESIDE_CROWD = 50;
// Finer than any cell the map shades, and a multiple of their number.
const CROWD_COLUMNS = 120;
const CROWD_ROWS = 119;

function centre(score: number | null, cells: number): number | null {
  if (score === null) return null;
  return (Math.min(cells - 1, Math.floor(score * cells)) + 0.5) / cells;
}

function crowdOf(assessments: readonly AccountAssessment[]): MapCrowdDto[] {
  const crowds = new Map<string, MapCrowdDto>();
  for (const { behaviour: x, attitude: y, revenue } of assessments) {
    const behaviour = centre(x.score, CROWD_COLUMNS);
    // Rows are counted from the top, where the attitude is highest.
    const below = centre(y.score === null ? null : 1 - y.score, CROWD_ROWS);
    const key = `${behaviour} ${below}`;
    const attitude = below === null ? null : 1 - below;
    const crowd = crowds.get(key) ?? { behaviour, attitude, accounts: 0, revenueMinor: 0 };
    crowd.accounts += 1;
    crowd.revenueMinor += revenue.runningMinor;
    crowds.set(key, crowd);
  }
  return [...crowds.values()];
}

export function buildMap(scene: Scene, totals: MapTotals): MapDto {
  const nameOf = ({ accountId }: AccountAssessment) =>
    scene.facts.accounts.get(accountId)?.name ?? "";
  const isPlaced = ({ behaviour, attitude }: AccountAssessment) =>
    behaviour.score !== null || attitude.score !== null;
  const placed = scene.active
    .filter(isPlaced)
    .sort(
      (a, b) => b.revenue.runningMinor - a.revenue.runningMinor || (nameOf(a) < nameOf(b) ? -1 : 1),
    );
  const isCrowded = placed.length > MOST_POINTS;
  const shown = isCrowded ? placed.slice(0, POINTS_BESIDE_CROWD) : placed;
  const corner = scene.active.filter((assessment) => !isPlaced(assessment));
  const passiveMinor = totals.states.passive.revenueMinor;
  const revenueMinor = corner.reduce((sum, { revenue }) => sum + revenue.runningMinor, 0);
  return {
    points: shown.flatMap((assessment) => pointOf(scene, assessment)),
    crowd: crowdOf(placed.slice(shown.length)),
    corner: pile({ accounts: corner.length, revenueMinor }, totals.total.revenueMinor),
    activeAccounts: scene.active.length,
    largestMinor: scene.active.reduce(
      (largest, { revenue }) => Math.max(largest, revenue.runningMinor),
      0,
    ),
    line: scene.settings.line,
    sensitivity:
      totals.coverage.known.accounts === 0
        ? null
        : { passiveMinor, passiveIfLenientMinor: passiveIfLenient(scene) },
  };
}

function standingRows({ facts, now }: Scene) {
  return now.flatMap((standing) => {
    const unit = facts.unitById.get(standing.accountId);
    return unit ? [{ history: unit.history, standing }] : [];
  });
}

function passiveIfLenient({ facts, asOfDay, now, settings }: Scene): number {
  const cuts = sensitivityCuts(settings).filter(({ key }) => key === "eightAndFourAreYes");
  const assessed = assessAt(facts, asOfDay);
  const passiveOf = perUnit(facts, `passive if lenient ${asOfDay}`, ({ id, history }) => {
    const standing = assessed.get(id);
    const [lenient] = standing ? mapSensitivity([{ history, standing }], settings, cuts).cuts : [];
    return lenient?.sums.states.passive.revenueMinor ?? 0;
  });
  return now.reduce((sum, { accountId }) => {
    const unit = facts.unitById.get(accountId);
    return sum + (unit ? passiveOf(unit) : 0);
  }, 0);
}

/** The map under each other convention, one at a time. */
export function buildCuts(scene: Scene): CutDto[] {
  return mapSensitivity(standingRows(scene), scene.settings).cuts.map(({ key, label, sums }) => {
    const { loyal, passive, latent, leaving, notKnown } = sums.states;
    return {
      key,
      label,
      revenueMinor: {
        loyal: loyal.revenueMinor,
        passive: passive.revenueMinor,
        latent: latent.revenueMinor,
        leaving: leaving.revenueMinor,
        notKnown: notKnown.revenueMinor,
      },
      unhappyMinor: sums.unhappy.revenueMinor,
      unheardMinor: sums.unheard.revenueMinor,
    };
  });
}

/** How many accounts changed state on evidence since the day compared with. */
export function buildMovement(scene: Scene): MovementDto {
  const counts = { moved: 0, nowHeard: 0, noLongerKnown: 0 };
  for (const after of scene.now) {
    const before = scene.before.get(after.accountId);
    if (!before || !isComparable(scene)) continue;
    const { kind } = loyaltyMovement(before, after);
    if (kind === "moved" || kind === "nowHeard" || kind === "noLongerKnown") counts[kind] += 1;
  }
  const { compareDay, cutsChangedOn } = scene;
  return {
    since: isoOfDay(compareDay),
    cutsChangedOn: cutsChangedOn === null ? null : isoOfDay(cutsChangedOn),
    ...counts,
  };
}
