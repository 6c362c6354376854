import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, loyaltyMovement, type MapTotals } from "@/lib/metrics";
import type { MapDto, MapPointDto, PileDto } from "./figures.types";
import type { MovementDto } from "./overview.types";
import { type Scene, settings } from "./scene";

export function pile(sum: { accounts: number; revenueMinor: number }, totalMinor: number): PileDto {
  const { accounts, revenueMinor } = sum;
  return { accounts, revenueMinor, share: totalMinor === 0 ? null : revenueMinor / totalMinor };
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
        : { passiveMinor, passiveIfLenientMinor: totals.lenientStates.passive.revenueMinor },
  };
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
