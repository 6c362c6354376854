import { perBlock, perBlockAssessed } from "@/lib/facts/per-block";
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
import { firstOf } from "./first-of";
import type { MovementDto } from "./overview.types";
import { activeOf, assessedOf, type Scene } from "./scene";

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

const NOWHERE = -1;

function cellOf(score: number | null, cells: number): number {
  return score === null ? NOWHERE : Math.min(cells - 1, Math.floor(score * cells));
}

function centreOf(cell: number, cells: number): number | null {
  return cell === NOWHERE ? null : (cell + 0.5) / cells;
}

/** Of an active account what the map looks at, beside each other: of a hundred thousand it is gone through often. */
type Dot = {
  assessment: AccountAssessment;
  name: string;
  behaviour: number | null;
  attitude: number | null;
  revenueMinor: number;
};

function dotsOf({ facts, units, asOfDay }: Scene): Dot[] {
  const dotOf = (assessment: AccountAssessment): Dot => ({
    assessment,
    name: facts.accounts.get(assessment.accountId)?.name ?? "",
    behaviour: assessment.behaviour.score,
    attitude: assessment.attitude.score,
    revenueMinor: assessment.revenue.runningMinor,
  });
  return perBlockAssessed(units, `dots ${asOfDay}`, (block) =>
    activeOf(facts, block, asOfDay).map(dotOf),
  );
}

function isPlaced({ behaviour, attitude }: Dot): boolean {
  return behaviour !== null || attitude !== null;
}

function byRevenue(a: Dot, b: Dot): number {
  return b.revenueMinor - a.revenueMinor || (a.name < b.name ? -1 : 1);
}

function crowdOf(dots: readonly Dot[]): MapCrowdDto[] {
  const crowds = new Map<number, MapCrowdDto>();
  for (const { behaviour: x, attitude: y, revenueMinor } of dots) {
    const column = cellOf(x, CROWD_COLUMNS);
    // Rows are counted from the top, where the attitude is highest.
    const row = cellOf(y === null ? null : 1 - y, CROWD_ROWS);
    const key = (column + 1) * (CROWD_ROWS + 1) + row + 1;
    let crowd = crowds.get(key);
    if (crowd === undefined) {
      const below = centreOf(row, CROWD_ROWS);
      const attitude = below === null ? null : 1 - below;
      const behaviour = centreOf(column, CROWD_COLUMNS);
      crowd = { behaviour, attitude, accounts: 0, revenueMinor: 0 };
      crowds.set(key, crowd);
    }
    crowd.accounts += 1;
    crowd.revenueMinor += revenueMinor;
  }
  return [...crowds.values()];
}

export function buildMap(scene: Scene, totals: MapTotals): MapDto {
  const dots = dotsOf(scene);
  const placed = dots.filter(isPlaced);
  const isCrowded = placed.length > MOST_POINTS;
  const shown = firstOf(placed, isCrowded ? POINTS_BESIDE_CROWD : placed.length, byRevenue);
  const isShown = new Set(shown);
  const corner = dots.filter((dot) => !isPlaced(dot));
  const passiveMinor = totals.states.passive.revenueMinor;
  const revenueMinor = corner.reduce((sum, dot) => sum + dot.revenueMinor, 0);
  return {
    points: shown.flatMap(({ assessment }) => pointOf(scene, assessment)),
    crowd: crowdOf(placed.filter((dot) => !isShown.has(dot))),
    corner: pile({ accounts: corner.length, revenueMinor }, totals.total.revenueMinor),
    activeAccounts: dots.length,
    largestMinor: dots.reduce((largest, dot) => Math.max(largest, dot.revenueMinor), 0),
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

function passiveIfLenient({ facts, units, asOfDay, settings }: Scene): number {
  const cuts = sensitivityCuts(settings).filter(({ key }) => key === "eightAndFourAreYes");
  const assessed = assessAt(facts, asOfDay);
  const sums = perBlock(units, `passive if lenient ${asOfDay}`, (block) => {
    const rows = block.flatMap(({ id, history }) => {
      const standing = assessed.get(id);
      return standing ? [{ history, standing }] : [];
    });
    const [lenient] = mapSensitivity(rows, settings, cuts).cuts;
    return lenient?.sums.states.passive.revenueMinor ?? 0;
  });
  return sums.reduce((sum, own) => sum + own, 0);
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

const MOVEMENTS = ["moved", "nowHeard", "noLongerKnown"] as const;
type MovementCounts = { [K in (typeof MOVEMENTS)[number]]: number };

function movementOf(
  assessments: readonly AccountAssessment[],
  earlier: Scene["before"],
): MovementCounts {
  const counts: MovementCounts = { moved: 0, nowHeard: 0, noLongerKnown: 0 };
  for (const after of assessments) {
    const before = earlier.get(after.accountId);
    if (!before) continue;
    const { kind } = loyaltyMovement(before, after);
    if (kind === "moved" || kind === "nowHeard" || kind === "noLongerKnown") counts[kind] += 1;
  }
  return counts;
}

/** How many accounts changed state on evidence since the day compared with. */
export function buildMovement(scene: Scene): MovementDto {
  const { facts, units, asOfDay, compareDay, cutsChangedOn } = scene;
  const counts: MovementCounts = { moved: 0, nowHeard: 0, noLongerKnown: 0 };
  if (isComparable(scene))
    for (const part of perBlock(units, `movement ${asOfDay} ${compareDay}`, (block) =>
      movementOf(assessedOf(facts, block, asOfDay), scene.before),
    ))
      for (const kind of MOVEMENTS) counts[kind] += part[kind];
  return {
    since: isoOfDay(compareDay),
    cutsChangedOn: cutsChangedOn === null ? null : isoOfDay(cutsChangedOn),
    ...counts,
  };
}
