import type { FigureName, HearingWord, LoyaltyWord } from "./segment-figures";
import type { SegmentCondition, SegmentRule, TextField } from "./segment-rules";

/** What the rules of a segment look at: the deciding account's own attributes, and its figures that day. */
export type SegmentSubject = {
  text: Record<TextField, string | null>;
  customerSince: string | null;
  attributes: Record<string, string>;
  hasContract: boolean;
  productTypeIds: ReadonlySet<string>;
  /** State and, of a passive account, its part; nothing for an account that is not active. */
  loyalty: readonly LoyaltyWord[];
  hearing: HearingWord | null;
  /** Currency in which running revenue stands. */
  revenueCurrency: string;
  /** Null: not known. Asked for only where a rule compares it. */
  figure: (name: FigureName) => number | null;
};

function same(value: unknown, wanted: readonly string[]): boolean {
  if (typeof value !== "string") return false;
  const plain = value.trim().toLowerCase();
  return wanted.some((candidate) => candidate.trim().toLowerCase() === plain);
}

/** What is not known lies nowhere: neither at least nor at most. */
function lies(value: number | null, atLeast: number | null, atMost: number | null): boolean {
  if (value === null || (atLeast === null && atMost === null)) return false;
  return (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
}

function matchesFigure(
  condition: Extract<SegmentCondition, { kind: "figure" | "runningRevenue" | "figureKnown" }>,
  subject: SegmentSubject,
): boolean {
  switch (condition.kind) {
    case "figure":
      return lies(subject.figure(condition.figure), condition.atLeast, condition.atMost);
    case "runningRevenue": {
      // Two currencies are never compared.
      if (condition.currency !== subject.revenueCurrency) return false;
      return lies(subject.figure("runningRevenue"), condition.atLeastMinor, condition.atMostMinor);
    }
    case "figureKnown":
      return subject.figure(condition.figure) !== null;
  }
}

function matchesCondition(condition: SegmentCondition, subject: SegmentSubject): boolean {
  switch (condition.kind) {
    case "text":
      return same(subject.text[condition.field], condition.is);
    case "nameContains":
      return (subject.text.name ?? "").toLowerCase().includes(condition.text.toLowerCase());
    case "recorded":
      return (subject.text[condition.field] ?? "") !== "";
    case "customerSince": {
      const { from, until } = condition;
      const since = subject.customerSince;
      if (since === null) return false;
      return (from === null || since >= from) && (until === null || since < until);
    }
    case "attribute":
      return same(subject.attributes[condition.key], condition.is);
    case "hasContract":
      return subject.hasContract;
    case "ownsProductType":
      return condition.productTypeIds.some((id) => subject.productTypeIds.has(id));
    case "loyalty":
      return condition.is.some((word) => subject.loyalty.includes(word));
    case "hearing":
      return subject.hearing !== null && condition.is.includes(subject.hearing);
    case "figure":
    case "runningRevenue":
    case "figureKnown":
      return matchesFigure(condition, subject);
  }
}

/** What is not recorded or not known matches no condition, so `not` finds it. An empty "any" matches nobody. */
export function matchesRule(rule: SegmentRule, subject: SegmentSubject): boolean {
  switch (rule.kind) {
    case "all":
      return rule.rules.every((part) => matchesRule(part, subject));
    case "any":
      return rule.rules.some((part) => matchesRule(part, subject));
    case "not":
      return !matchesRule(rule.rule, subject);
    default:
      return matchesCondition(rule, subject);
  }
}
