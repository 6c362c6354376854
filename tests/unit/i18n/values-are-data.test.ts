import { expect, test } from "vitest";
import { collectSentences, isForReaders } from "../../support/sentences/collect-sentences";
import { type Node, readSources, type SourceFile, walk } from "../../support/sentences/source-tree";

/** Words in every language; what only the server's start, its log or an identity provider reads. */
const OTHER_WORDS = /^lib\/(i18n|db|format)\/|^lib\/auth\/(oidc-provider|readiness)\.ts$/;
/** Tables of imports and exports: there the English is the key by which it is said. */
const SAID_BY_KEY = /^lib\/(imports\/(kinds|presets|tables)|exports\/records)\//;
/** Of errors, which the other tests read; of the audit's actor; a language by its own name. */
const OTHER_KEYS = new Set(["message", "error", "says", "about", "job", "nb"]);

const PHRASE = /\p{L}{2,} \p{Ll}{2,}/u;
const STATEMENT_OR_MARKUP = /\b(SELECT|INSERT|UPDATE|AND|AS|FROM|WHERE)\b|::|<\w|[{};=]/;

/** In the place of a value: of a field, of a choice between two, of what a function returns. */
function isValue(node: Node, parents: SourceFile["parents"]): boolean {
  const parent = parents.get(node);
  if (!parent) return false;
  if (parent.type === "TemplateLiteral") return isValue(parent, parents);
  if (parent.type === "Property") {
    return parent.value === node && !OTHER_KEYS.has((parent.key as Node).name ?? "");
  }
  return /^(LogicalExpression|ConditionalExpression|ReturnStatement|ArrowFunctionExpression)$/.test(
    parent.type,
  );
}

function textOf(node: Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  return node.type === "TemplateElement" ? (node.value as { cooked: string }).cooked : null;
}

test("what the code hands on is data: no English phrase stands in the place of a value", () => {
  const said = collectSentences().sentences.map(({ text }) => text);
  const isSaid = (text: string) => said.some((sentence) => sentence.includes(text));
  const phrases: string[] = [];
  for (const source of readSources(["lib"]).values()) {
    const { file, tree, parents } = source;
    if (!isForReaders(source) || OTHER_WORDS.test(file) || SAID_BY_KEY.test(file)) continue;
    walk(tree, (node) => {
      const text = textOf(node);
      if (text === null || !PHRASE.test(text) || STATEMENT_OR_MARKUP.test(text)) return;
      if (!isValue(node, parents) || isSaid(text)) return;
      phrases.push(`${file}:${source.text.slice(0, node.start).split("\n").length} says: ${text}`);
    });
  }
  expect(phrases, "hand on null or a code, or ask staffWords for the reader's words").toEqual([]);
  // Reads all of lib: seconds on a busy machine.
}, 30_000);
