import type { SegmentCondition, SegmentRule } from "@/lib/segments/segment-rules";

/** What the editor shows: groups of conditions, each with its own "not". */
export type GroupNode = {
  id: number;
  type: "group";
  mode: "all" | "any" | "none";
  children: readonly RuleNode[];
};
export type ConditionNode = {
  id: number;
  type: "condition";
  isNegated: boolean;
  condition: SegmentCondition;
};
export type RuleNode = GroupNode | ConditionNode;

type NextId = () => number;

function counter(from: number): NextId {
  let id = from;
  return () => {
    id += 1;
    return id;
  };
}

function isGroup(rule: SegmentRule): rule is Extract<SegmentRule, { kind: "all" | "any" }> {
  return rule.kind === "all" || rule.kind === "any";
}

function nodeOf(rule: SegmentRule, isNegated: boolean, nextId: NextId): RuleNode {
  if (rule.kind === "not") return nodeOf(rule.rule, !isNegated, nextId);
  const id = nextId();
  if (!isGroup(rule)) return { id, type: "condition", isNegated, condition: rule };
  if (isNegated && rule.kind === "all") {
    return { id, type: "group", mode: "none", children: [nodeOf(rule, false, nextId)] };
  }
  const mode = isNegated ? "none" : rule.kind;
  const children = rule.rules.map((child) => nodeOf(child, false, nextId));
  return { id, type: "group", mode, children };
}

/** Stored rules as the editor's tree; its root is always a group. */
export function fromRule(rule: SegmentRule): GroupNode {
  const nextId = counter(0);
  const node = nodeOf(rule, false, nextId);
  if (node.type === "group") return node;
  return { id: nextId(), type: "group", mode: "all", children: [node] };
}

/** The editor's tree as rules to store. */
export function toRule(node: RuleNode): SegmentRule {
  if (node.type === "condition") {
    return node.isNegated ? { kind: "not", rule: node.condition } : node.condition;
  }
  const rules = node.children.map(toRule);
  if (node.mode === "none") return { kind: "not", rule: { kind: "any", rules } };
  return { kind: node.mode, rules };
}

export function highestId(node: RuleNode): number {
  if (node.type === "condition") return node.id;
  return node.children.reduce((max, child) => Math.max(max, highestId(child)), node.id);
}

function isConditionComplete(condition: SegmentCondition): boolean {
  switch (condition.kind) {
    case "text":
      return condition.is.length > 0;
    case "attribute":
      return condition.key !== "" && condition.is.length > 0;
    case "nameContains":
      return condition.text.trim() !== "";
    case "customerSince":
      return condition.from !== null || condition.until !== null;
    case "ownsProductType":
      return condition.productTypeIds.length > 0;
    case "loyalty":
    case "hearing":
      return condition.is.length > 0;
    case "figure":
      return condition.atLeast !== null || condition.atMost !== null;
    case "runningRevenue":
      return condition.atLeastMinor !== null || condition.atMostMinor !== null;
    case "recorded":
    case "hasContract":
    case "figureKnown":
      return true;
  }
}

/** Every condition has something to compare with. */
export function isComplete(node: RuleNode): boolean {
  return node.type === "condition"
    ? isConditionComplete(node.condition)
    : node.children.every(isComplete);
}
