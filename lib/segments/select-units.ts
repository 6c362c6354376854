import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { figureOf, hearingOf, loyaltyOf } from "./account-figures";
import { matchesRule, type SegmentSubject } from "./match-rule";
import type { SegmentRule } from "./segment-rules";

const YEAR_DAYS = 365;

/** Product types under contract, or ordered in the last 12 months. */
export function ownedProductTypes(unit: UnitFacts, asOfDay: number): Set<string> {
  const fresh = [...unit.productTypes].filter(([, lastDay]) => lastDay > asOfDay - YEAR_DAYS);
  return new Set(fresh.map(([id]) => id));
}

export function subjectOf(unit: UnitFacts, facts: WorkspaceFacts, asOfDay: number): SegmentSubject {
  const { account } = unit;
  const since = account.customerSinceDay;
  const assessment = assessAt(facts, asOfDay).get(unit.id);
  return {
    text: {
      name: account.name,
      country: account.country,
      region: account.region,
      industry: account.industry,
      sizeBand: account.sizeBand,
      currency: account.currency,
      owner: account.ownerId,
      acquiredBy: account.acquiredBy,
    },
    customerSince: since === null ? null : isoOfDay(since),
    attributes: account.attributes,
    hasContract: assessment?.activity.hasContract ?? false,
    productTypeIds: ownedProductTypes(unit, asOfDay),
    loyalty: loyaltyOf(assessment),
    hearing: hearingOf(assessment),
    revenueCurrency: facts.rates.currency,
    figure: (name) =>
      figureOf(name, unit, assessment, asOfDay, settingsAt(facts, asOfDay).answerDays),
  };
}

/** The deciding accounts that match; null rules select all. */
export function selectUnits(
  facts: WorkspaceFacts,
  rules: SegmentRule | null,
  asOfDay: number,
): UnitFacts[] {
  if (rules === null) return facts.units;
  return facts.units.filter((unit) => matchesRule(rules, subjectOf(unit, facts, asOfDay)));
}
