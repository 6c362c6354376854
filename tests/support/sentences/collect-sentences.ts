import { isNode, type Node, readSources, type SourceFile, walk } from "./source-tree";
import { TextReader } from "./text-reader";

export type Found = { text: string; at: string };
export type Collected = { sentences: Found[]; unread: string[] };

/** Of the server's start, or answered to a machine, which is told in English. */
const NOT_FOR_READERS = [
  "lib/env.ts",
  "lib/auth/api-key.ts",
  "lib/exports/list-records.ts",
  "lib/imports/run/given-rows.ts",
  "lib/imports/api-batch.ts",
  "lib/imports/upsert-records.ts",
  "lib/segments/list-segment-accounts.ts",
  "lib/surveys/invitations/invitations-input.ts",
  "lib/surveys/mail/read-metrics.ts",
  "lib/surveys/mail/receive-inbound-mail.ts",
  "lib/surveys/mail/receive-mail-events.ts",
  "lib/surveys/mail/require-signed.ts",
];
const FOR_MACHINES = /^(lib\/api|app\/api\/(mail|metrics|v1))\//;

/** What an error passes on from a place that is read by itself. */
const READ_ELSEWHERE = [
  "lib/imports/import-file.ts uploaded.message",
  "lib/imports/receive-upload.ts refusal",
  "lib/surveys/mail/refuse-unneutral-texts.ts first",
];

const SECOND = new Set(["min", "max", "length", "regex", "refine", "gt", "gte", "lt", "lte"]);
const FIRST = new Set(["int", "positive", "nonnegative", "email", "uuid", "url"]);
/** Functions that return what a person is told. */
const TELLERS = new Set(["sentence", "fieldSentence", "tooBig", "tooSmall", "badlyWritten"]);
/** Constants whose texts are shown with what came of an upload. */
const TABLES = new Set([
  "MISFITS",
  "NO_TABLES",
  "REASON_COLUMNS",
  "UPLOAD_PROBLEMS",
  "UPLOAD_SENTENCES",
]);

/** `before`: what the reader finds in front of it, where the source has only the sentence's second half. */
type Sink = { node: Node; isStrict: boolean; before?: string };

export function isForReaders({ file }: SourceFile): boolean {
  return !NOT_FOR_READERS.includes(file) && !FOR_MACHINES.test(file);
}

function usesZod(source: SourceFile): boolean {
  return /from "zod"/.test(source.text);
}

function sinksOfCall(source: SourceFile, node: Node): Sink[] {
  const callee = node.callee as Node;
  const given = node.arguments as Node[];
  const name = callee.name ?? (callee.property as Node | undefined)?.name ?? "";
  if (source.file.startsWith("lib/imports/")) {
    const [, label, message] = given;
    if (name === "problem" && message)
      return [{ node: message, isStrict: true, before: "{field} " }];
    if (name === "field" && label) return [{ node: label, isStrict: true, before: "" }];
  }
  if (callee.type !== "MemberExpression" || !usesZod(source)) return [];
  const message = SECOND.has(name) ? given[1] : FIRST.has(name) ? given[0] : undefined;
  const isText = message && message.type !== "ObjectExpression";
  const isMath = (callee.object as Node).name === "Math";
  return isText && !isMath ? [{ node: message, isStrict: false }] : [];
}

/** `errors.amount = "..."` */
function isField(node: Node): boolean {
  return node.type === "MemberExpression" && (node.object as Node).name === "errors";
}

function literalsIn(node: Node): Sink[] {
  const all: Sink[] = [];
  walk(node, (one) => {
    const isText = typeof one.value === "string" && one.value.includes(" ");
    if (isText) all.push({ node: one, isStrict: false, before: "" });
  });
  return all;
}

function sinksOf(source: SourceFile, node: Node): Sink[] {
  if (node.type === "CallExpression") return sinksOfCall(source, node);
  if (node.type === "NewExpression" && (node.callee as Node).name === "AppError") {
    const [code, message] = node.arguments as Node[];
    return code?.value !== "INTERNAL" && message ? [{ node: message, isStrict: true }] : [];
  }
  if (node.type === "VariableDeclarator" && TABLES.has((node.id as Node).name ?? "")) {
    return isNode(node.init) ? literalsIn(node.init) : [];
  }
  if (node.type === "FunctionDeclaration" && TELLERS.has((node.id as Node).name ?? "")) {
    return [{ node, isStrict: true }];
  }
  if (node.type === "AssignmentExpression" && isField(node.left as Node)) {
    return [{ node: node.right as Node, isStrict: true }];
  }
  if (node.type !== "Property" || !isNode(node.value)) return [];
  const key = (node.key as Node).name ?? "";
  if (key === "fieldErrors" && node.value.type === "ObjectExpression") {
    const fields = (node.value.properties as Node[]).filter((field) => isNode(field.value));
    return fields.map((field) => ({ node: field.value as Node, isStrict: true }));
  }
  const isMessage = key === "message" || key === "says" || (key === "error" && usesZod(source));
  return isMessage ? [{ node: node.value, isStrict: false }] : [];
}

/** Every sentence that can reach a reader as an error, and the places that could not be read. */
export function collectSentences(): Collected {
  const sources = readSources(["lib", "app"]);
  const reader = new TextReader(sources, isForReaders);
  const sentences = new Map<string, string>();
  const unread: string[] = [];
  for (const source of sources.values()) {
    if (!isForReaders(source)) continue;
    walk(source.tree, (node) => {
      for (const { node: sink, isStrict, before } of sinksOf(source, node)) {
        const code = source.text.slice(sink.start, sink.end);
        const texts = reader.textsOf({ source, node: sink });
        const at = `${source.file}:${source.text.slice(0, sink.start).split("\n").length}`;
        const isElsewhere = READ_ELSEWHERE.includes(`${source.file} ${code}`);
        if (texts === null && isStrict && !isElsewhere) unread.push(`${at} ${code}`);
        for (const text of texts ?? []) {
          const isWhole = before !== undefined || /^[\p{Lu}“{].*\.$/su.test(text);
          if (isWhole) sentences.set((before ?? "") + text, at);
        }
      }
    });
  }
  return { sentences: [...sentences].map(([text, at]) => ({ text, at })), unread };
}
