import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { AccountAssessment } from "@/lib/metrics";
import type { HeadFactDto } from "./account-page.types";
import { nextDecision } from "./contract-dates";
import type { WorklistReasonDto } from "./worklist.types";

const FACTS_SHOWN = 3;
const DECISION_DAYS = 180;

function decisionFact(unit: UnitFacts, asOfDay: number): HeadFactDto[] {
  const next = nextDecision(unit.history.contracts, asOfDay);
  if (!next || next.decisionDay - asOfDay > DECISION_DAYS) return [];
  return [
    {
      code: "decision",
      on: isoOfDay(next.decisionDay),
      daysLeft: next.decisionDay - asOfDay,
      renewsOn: next.renewsOnDay === null ? null : isoOfDay(next.renewsOnDay),
    },
  ];
}

/** What counts most about the account today. */
export function headFacts(
  unit: UnitFacts,
  assessment: AccountAssessment,
  reasons: readonly WorklistReasonDto[],
): HeadFactDto[] {
  const { activity, standing, behaviour, asOfDay } = assessment;
  if (activity.lostOnDay !== null) return [{ code: "lost", on: isoOfDay(activity.lostOnDay) }];
  if (standing === null) return [{ code: "noPurchases" }];
  const said = reasons.filter(({ code }) => code !== "decisionNear");
  const facts: HeadFactDto[] = [...decisionFact(unit, asOfDay), ...said];
  if (behaviour.reason === "tooNew") {
    const from = behaviour.knownFromDay;
    facts.push({ code: "tooNew", knownFrom: from === null ? null : isoOfDay(from) });
  }
  return facts.length === 0 ? [{ code: "nothingUrgent" }] : facts.slice(0, FACTS_SHOWN);
}
