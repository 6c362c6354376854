import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

// The law of docs/decisions/0002-layers.md, read from the text of the domains: a verb is an exported
// function that is called with `{ ctx, ... }`.

const DOMAINS = [
  "workspaces",
  "accounts",
  "consent",
  "segments",
  "surveys",
  "loyalty",
  "imports",
  "erasure",
  "facts",
];
const READING = /^(get|list|load|search|preview|export)[A-Z]/;

/** Not verbs but sequences of verbs, for a caller without a page; each verb asks for itself. */
const SEQUENCES = ["importFile"];

const WITHOUT_AUDIT: Record<string, string> = {
  recordVisit: "when somebody looked last; it changes nothing of a customer",
  recordMemberships: "derived rows only; the verbs that changed rules or rows left their own lines",
  rebuildFacts: "derived rows only; the verbs that changed the rows left their own lines",
  refreshFacts: "derived rows only, before a page that reads them",
};

const CALLED_WITH_CTX = /^export (?:async )?function (\w+)\((?=\{\s*ctx\b)/gm;

type Source = { file: string; text: string };
type Verb = Source & { name: string; firstStatement: string };

function sourcesOf(domain: string): Source[] {
  const folder = path.join(PROJECT_ROOT, "lib", domain);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({
      file: `lib/${domain}/${name}`,
      text: readFileSync(path.join(folder, name), "utf8"),
    }));
}

/** The formatter's layout is relied on: a body begins after `{` at a line's end, two spaces deep. */
function verbsOf({ file, text }: Source): Verb[] {
  const head = new RegExp(
    `${CALLED_WITH_CTX.source}[\\s\\S]*?\\)(?:: [\\s\\S]*?)? \\{\\n {2}(\\S.*)`,
    "gm",
  );
  return [...text.matchAll(head)].map(([, name = "", firstStatement = ""]) => ({
    file,
    text,
    name,
    firstStatement,
  }));
}

const sources = DOMAINS.flatMap(sourcesOf);
const verbs = sources.flatMap(verbsOf).filter(({ name }) => !SEQUENCES.includes(name));
const names = verbs.map(({ name }) => name);

test("every function that is called with a context is read as a verb", () => {
  const called = sources.flatMap(({ text }) => [...text.matchAll(CALLED_WITH_CTX)]);
  expect([...names, ...SEQUENCES].sort()).toEqual(called.map(([, name]) => name).sort());
  expect(names).toEqual(expect.arrayContaining(["createSegment", "listWaves", "getOverview"]));
});

describe.each(verbs)("$name", ({ file, text, name, firstStatement }) => {
  test("asks for a permission before anything else", () => {
    expect(firstStatement).toMatch(/^requirePermission\(ctx, "[a-z]+:[a-z]+"\);$/);
  });

  test("stands in the file of its own name", () => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(path.basename(file)).toBe(`${kebab}.ts`);
  });

  test("calls no other verb", () => {
    const others = names.filter((other) => other !== name);
    const imported = [...text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
      list.split(",").map((item) => item.trim()),
    );
    expect(imported.filter((item) => others.includes(item))).toEqual([]);
  });

  test("leaves an audit row under its own name if it writes", () => {
    const isAudited = text.includes(`verb: "${name}"`);
    const mayGoWithout = READING.test(name) || name in WITHOUT_AUDIT;
    expect(isAudited).toBe(!mayGoWithout);
  });
});

test("what a link allows begins with the link: before it is found genuine nothing is read or written", () => {
  const answers = sources.filter(({ file }) => file.startsWith("lib/surveys/answers/"));
  const called = answers.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?function (\w+)\([^)]*\bLinkCall\b[\s\S]*?^}/gm)].map(
      ([body, name = ""]) => ({ file, name, body }),
    ),
  );
  const verbsOfLinks = called.filter(({ name }) => !/^with(Survey|Pressed)Link$/.test(name));
  expect(verbsOfLinks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["visitSurvey", "confirmAnswer", "addDetails"]),
  );
  for (const { body } of verbsOfLinks) {
    expect(body).toMatch(
      /^ {2}(const \w+ = \w+\.parse\(input\);\n {2})?return with(Survey|Pressed)Link\(/m,
    );
  }
});

test("no domain reads the clock: now and as-of come with the context", () => {
  const reading = sources.filter(({ text }) => /\bDate\.now\(\)|\bnew Date\(\)/.test(text));
  expect(reading.map(({ file }) => file)).toEqual([]);
});
