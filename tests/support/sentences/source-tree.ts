import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

/** A node of the syntax tree, as loosely as a reader of many kinds needs it. */
export type Node = {
  type: string;
  start: number;
  end: number;
  name?: string;
  value?: unknown;
  operator?: string;
  [part: string]: unknown;
};

export type SourceFile = {
  file: string;
  text: string;
  tree: Node;
  parents: Map<Node, Node>;
  /** Functions, constants and enclosing names of the file itself. */
  declared: Map<string, Node>;
  /** Where an imported name comes from; `own` is "*" for all of a file. */
  imported: Map<string, { file: string; own: string }>;
};

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) =>
    Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [],
  );
}

export function walk(node: Node, visit: (node: Node, parent: Node | null) => void): void {
  const go = (one: Node, parent: Node | null) => {
    visit(one, parent);
    for (const child of childrenOf(one)) go(child, one);
  };
  go(node, null);
}

export function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function resolveFile(from: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return `${specifier.slice(2)}.ts`;
  if (!specifier.startsWith(".")) return null;
  return `${path.posix.join(path.posix.dirname(from), specifier)}.ts`;
}

function importsOf(file: string, tree: Node): SourceFile["imported"] {
  const imported: SourceFile["imported"] = new Map();
  for (const statement of tree.body as Node[]) {
    if (statement.type !== "ImportDeclaration") continue;
    const from = resolveFile(file, String((statement.source as Node).value));
    if (from === null) continue;
    for (const specifier of statement.specifiers as Node[]) {
      const local = (specifier.local as Node).name ?? "";
      const own =
        specifier.type === "ImportSpecifier" ? ((specifier.imported as Node).name ?? "") : "*";
      imported.set(local, { file: from, own });
    }
  }
  return imported;
}

function declaredIn(tree: Node): Map<string, Node> {
  const declared = new Map<string, Node>();
  for (const statement of tree.body as Node[]) {
    const inner = isNode(statement.declaration) ? statement.declaration : statement;
    if (inner.type === "FunctionDeclaration") declared.set((inner.id as Node).name ?? "", inner);
    if (inner.type !== "VariableDeclaration") continue;
    for (const one of inner.declarations as Node[]) {
      const { name } = one.id as Node;
      if (name && isNode(one.init)) declared.set(name, one.init);
    }
  }
  return declared;
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(PROJECT_ROOT, file), "utf8");
  const tree = parseAst(text, { lang: "ts" }) as unknown as Node;
  const parents = new Map<Node, Node>();
  walk(tree, (node, parent) => {
    if (parent) parents.set(node, parent);
  });
  return {
    file,
    text,
    tree,
    parents,
    declared: declaredIn(tree),
    imported: importsOf(file, tree),
  };
}

/** Formulas and generated code throw nothing that a person reads; pages throw nothing at all. */
const SILENT = /^lib\/(metrics|db\/generated)\/|\.tsx$/;

/** The source files below the folders, by their path. */
export function readSources(folders: readonly string[]): Map<string, SourceFile> {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(PROJECT_ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name}`)
      .filter((file) => file.endsWith(".ts") && !SILENT.test(file)),
  );
  return new Map(files.map((file) => [file, read(file)]));
}
