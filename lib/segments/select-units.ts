import { choose } from "@/lib/facts/per-block";
import { typesOwnedAt } from "@/lib/facts/type-spans";
import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { figureOf, hearingOf, loyaltyOf } from "./account-figures";
import { matchesRule, type SegmentSubject } from "./match-rule";
import type { FigureName } from "./segment-figures";
import type { SegmentRule } from "./segment-rules";

/** Each part is worked out when a rule looks at it: of many accounts most rules need few of them. */
class UnitSubject implements SegmentSubject {
  readonly #unit: UnitFacts;
  readonly #facts: WorkspaceFacts;
  readonly #asOfDay: number;
  #owned: Set<string> | null = null;

  constructor(unit: UnitFacts, facts: WorkspaceFacts, asOfDay: number) {
    this.#unit = unit;
    this.#facts = facts;
    this.#asOfDay = asOfDay;
  }

  get #assessment() {
    return assessAt(this.#facts, this.#asOfDay).get(this.#unit.id);
  }

  get text() {
    const { name, country, region, industry, sizeBand, currency, ownerId, acquiredBy } =
      this.#unit.account;
    return { name, country, region, industry, sizeBand, currency, owner: ownerId, acquiredBy };
  }

  get customerSince() {
    const since = this.#unit.account.customerSinceDay;
    return since === null ? null : isoOfDay(since);
  }

  get attributes() {
    return this.#unit.account.attributes;
  }

  get hasContract() {
    return this.#assessment?.activity.hasContract ?? false;
  }

  get productTypeIds() {
    this.#owned ??= typesOwnedAt(this.#unit.productTypes, this.#asOfDay);
    return this.#owned;
  }

  get loyalty() {
    return loyaltyOf(this.#assessment);
  }

  get hearing() {
    return hearingOf(this.#assessment);
  }

  get revenueCurrency() {
    return this.#facts.rates.currency;
  }

  figure(name: FigureName) {
    const { answerDays } = settingsAt(this.#facts, this.#asOfDay);
    return figureOf(name, this.#unit, this.#assessment, this.#asOfDay, answerDays);
  }
}

export function subjectOf(unit: UnitFacts, facts: WorkspaceFacts, asOfDay: number): SegmentSubject {
  return new UnitSubject(unit, facts, asOfDay);
}

function matcherOf(facts: WorkspaceFacts, rules: SegmentRule, asOfDay: number) {
  return (unit: UnitFacts) => matchesRule(rules, subjectOf(unit, facts, asOfDay));
}

/** Those that match rules which are being written: what is made of them is not kept. */
export function unitsMatching(
  facts: WorkspaceFacts,
  rules: SegmentRule | null,
  asOfDay: number,
): UnitFacts[] {
  if (rules === null) return facts.units;
  return facts.units.filter(matcherOf(facts, rules, asOfDay));
}

/** Those of a selection that match. */
export function matchingAmong(
  units: readonly UnitFacts[],
  facts: WorkspaceFacts,
  rules: SegmentRule,
  asOfDay: number,
): UnitFacts[] {
  const key = `${asOfDay} ${JSON.stringify(rules)}`;
  return choose(units, key, matcherOf(facts, rules, asOfDay));
}

/** The deciding accounts that match; null rules select all. */
export function selectUnits(
  facts: WorkspaceFacts,
  rules: SegmentRule | null,
  asOfDay: number,
): UnitFacts[] {
  return rules === null ? facts.units : matchingAmong(facts.units, facts, rules, asOfDay);
}
