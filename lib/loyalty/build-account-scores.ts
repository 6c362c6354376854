import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, isActiveAt } from "@/lib/metrics";
import type { AttitudeDto, BehaviourDto } from "./account-page.types";
import { renewedByItself } from "./build-reasons";

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function rhythmDto({ rhythm }: AccountAssessment): BehaviourDto["rhythm"] {
  if (rhythm.score === null) {
    return { status: null, lastOrderOn: iso(rhythm.lastOrderDay), reason: rhythm.reason };
  }
  return {
    status: rhythm.status,
    lastOrderOn: isoOfDay(rhythm.lastOrderDay),
    sinceDays: rhythm.sinceDays,
    usualDays: rhythm.usualDays,
    longestDays: rhythm.longestDays,
    lateLineDays: rhythm.lateLineDays,
    lateOn: isoOfDay(rhythm.lateOnDay),
    lostOn: isoOfDay(rhythm.lostOnDay),
    gaps: rhythm.gaps,
  };
}

/** Signatures that renewed a contract; the first one of each made it. */
function renewedBySignature(unit: UnitFacts, asOfDay: number): number {
  const { contracts } = unit.history;
  const firsts = new Map<string, number>();
  for (const { contractId, startDay } of contracts)
    firsts.set(contractId, Math.min(startDay, firsts.get(contractId) ?? startDay));
  return contracts
    .filter(({ contractId, startDay }) => startDay !== firsts.get(contractId))
    .flatMap(({ decisions }) => decisions)
    .filter(({ kind, day }) => kind === "signed" && day <= asOfDay).length;
}

export function behaviourDto(
  unit: UnitFacts,
  assessment: AccountAssessment,
  isKnown: boolean,
): BehaviourDto {
  const { behaviour, revenue, asOfDay } = assessment;
  return {
    score: isKnown ? behaviour.score : null,
    reason: behaviour.reason,
    knownFrom: iso(behaviour.knownFromDay),
    runningMinor: revenue.runningMinor,
    contractMinor: revenue.contractMinor,
    orderMinor: revenue.orderMinor,
    baseMinor: revenue.baseMinor,
    windowMonths: revenue.windowMonths,
    isShortHistory: behaviour.isShortHistory,
    kept: { ...behaviour.kept },
    rhythmScore: behaviour.rhythmScore,
    rhythm: rhythmDto(assessment),
    isIndexed: unit.terms.some(
      ({ isIndexed, startDay, endDay }) => isIndexed && isActiveAt(startDay, endDay, asOfDay),
    ),
    renewedByItself: renewedByItself({ unit, assessment }),
    renewedBySignature: renewedBySignature(unit, asOfDay),
  };
}

export function attitudeDto({
  attitude,
  switching,
  relativeAdvantage,
}: AccountAssessment): AttitudeDto {
  return {
    score: attitude.score,
    reason: attitude.reason,
    way: attitude.way,
    ways: { ...attitude.ways },
    disagree: attitude.disagree,
    mark: attitude.mark,
    isFromTouchpointsOnly: attitude.isFromTouchpointsOnly,
    switching,
    relativeAdvantage,
  };
}
