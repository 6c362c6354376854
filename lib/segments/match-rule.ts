import type { SegmentCondition, SegmentRule, TextField } from "./segment-rules";

/** What the rules of a segment look at; the deciding account's own attributes. */
export type SegmentSubject = {
  text: Record<TextField, string | null>;
  customerSince: string | null;
  attributes: Record<string, string>;
  hasContract: boolean;
  productTypeIds: ReadonlySet<string>;
};

function same(value: unknown, wanted: readonly string[]): boolean {
  if (typeof value !== "string") return false;
  const plain = value.trim().toLowerCase();
  return wanted.some((candidate) => candidate.trim().toLowerCase() === plain);
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
  }
}

/** What is not recorded matches no condition, so `not` finds it. An empty "any" matches nobody. */
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
