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
import type { CutDto, MapDto, MapPointDto, PileDto } from "./figures.types";
import type { MovementDto } from "./overview.types";
import { type Scene, settings } from "./scene";

/** The doubt of a figure, where there is a figure. */
export function intervalOf(figure: ShareOfRevenue): Interval | null {
  return figure.value === null ? null : figure.interval;
}

export function pile(sum: { accounts: number; revenueMinor: number }, totalMinor: number): PileDto {
  const { accounts, revenueMinor } = sum;
  return { accounts, revenueMinor, share: shareOf(revenueMinor, totalMinor) };
}

function movedFrom(scene: Scene, after: AccountAssessment): MapPointDto["moved"] {
  const before = scene.before.get(after.accountId);
  if (!before || scene.compareDay >= scene.asOfDay) return null;
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

export function buildMap(scene: Scene, totals: MapTotals): MapDto {
  const points = scene.active.flatMap((assessment) => pointOf(scene, assessment));
  const placed = points.filter((point) => point.behaviour !== null || point.attitude !== null);
  const corner = points.filter((point) => point.behaviour === null && point.attitude === null);
  const passiveMinor = totals.states.passive.revenueMinor;
  const revenueMinor = corner.reduce((sum, point) => sum + point.revenueMinor, 0);
  return {
    points: placed.sort((a, b) => b.revenueMinor - a.revenueMinor || (a.name < b.name ? -1 : 1)),
    corner: pile({ accounts: corner.length, revenueMinor }, totals.total.revenueMinor),
    activeAccounts: points.length,
    largestMinor: points.reduce((largest, point) => Math.max(largest, point.revenueMinor), 0),
    line: settings.line,
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

function passiveIfLenient(scene: Scene): number {
  const cuts = sensitivityCuts(settings).filter(({ key }) => key === "eightAndFourAreYes");
  const [lenient] = mapSensitivity(standingRows(scene), settings, cuts).cuts;
  return lenient?.sums.states.passive.revenueMinor ?? 0;
}

/** The map under each other convention, one at a time. */
export function buildCuts(scene: Scene): CutDto[] {
  return mapSensitivity(standingRows(scene), settings).cuts.map(({ key, label, sums }) => {
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
    if (!before || scene.compareDay >= scene.asOfDay) continue;
    const { kind } = loyaltyMovement(before, after);
    if (kind === "moved" || kind === "nowHeard" || kind === "noLongerKnown") counts[kind] += 1;
  }
  return { since: isoOfDay(scene.compareDay), ...counts };
}
