import { isNode, type Node } from "./source-tree";

/** What a text can be: patterns, or null where the source does not say. */
export type Texts = string[] | null;

const WRAPPERS = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "ParenthesizedExpression",
  "AwaitExpression",
  "ChainExpression",
]);

/** What changes a type or waits, and not the text. */
export function isWrapper(node: Node): boolean {
  return WRAPPERS.has(node.type);
}

function nameOf(node: Node): string {
  if (node.type === "Identifier") return node.name ?? "value";
  if (node.type === "MemberExpression") {
    const last = node.property as Node;
    const isCount = last.name === "length" || last.name === "size";
    return nameOf(isCount || node.computed ? (node.object as Node) : last);
  }
  if (node.type === "CallExpression") {
    const callee = node.callee as Node;
    const isMethod = callee.type === "MemberExpression";
    return nameOf(isMethod ? (callee.object as Node) : callee);
  }
  if (node.type === "BinaryExpression") {
    return nameOf(
      [node.left, node.right].find((side) => isNode(side) && side.type !== "Literal") as Node,
    );
  }
  return isNode(node.expression) ? nameOf(node.expression) : "value";
}

export function placeholder(node: Node): string {
  const name = nameOf(node);
  const isShouted = /^[A-Z0-9_]+$/.test(name);
  const spoken = name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `{${isShouted ? spoken : name}}`;
}

export function unwrapped(node: Node): Node {
  return isWrapper(node) ? unwrapped((node.expression ?? node.argument) as Node) : node;
}

export function keyOf(property: Node): string {
  const key = property.key as Node | undefined;
  return key?.name ?? String(key?.value ?? "");
}

export function union(all: Texts[]): Texts {
  if (all.some((one) => one === null)) return null;
  return [...new Set(all.flatMap((one) => one ?? []))];
}

/** Two parts of one name become {name} and {name2}. */
export function numbered(text: string): string {
  const seen = new Map<string, number>();
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? `{${name}}` : `{${name}${count}}`;
  });
}

export function localOf(scope: Node, name: string): Node | null {
  const body = scope.type === "BlockStatement" ? scope : null;
  for (const statement of (body?.body ?? []) as Node[]) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const one of statement.declarations as Node[]) {
      if ((one.id as Node).name === name && isNode(one.init)) return one.init;
    }
  }
  return null;
}

type Parameter = { index: number; part: string | null; instead: Node | null };

export function parameterOf(fn: Node, name: string): Parameter | null {
  const found = (fn.params as Node[]).map((param, index): Parameter | null => {
    const isDefault = param.type === "AssignmentPattern";
    const own = isDefault ? (param.left as Node) : param;
    const instead = isDefault ? (param.right as Node) : null;
    if (own.type === "Identifier") return own.name === name ? { index, part: null, instead } : null;
    if (own.type !== "ObjectPattern") return null;
    const part = (own.properties as Node[]).find((p) => isNode(p.value) && p.value.name === name);
    return part ? { index, part: keyOf(part), instead: null } : null;
  });
  return found.find((one) => one !== null) ?? null;
}
