import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

const read = (file: string) => readFileSync(path.join(PROJECT_ROOT, file), "utf8");

/** What the app reads of its environment, from the one file that reads it. */
function variables(): string[] {
  const [, body = ""] =
    /const variables = z\.object\(\{\n([\s\S]*?)\n\}\);/.exec(read("lib/env.ts")) ?? [];
  return [...body.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = ""]) => name);
}

test("every variable the app reads is explained to operators and reaches the containers", () => {
  const names = variables();
  expect(names).toEqual(expect.arrayContaining(["DATABASE_URL", "DKIM_PRIVATE_KEY", "LOG_LEVEL"]));
  const guide = read("docs/operations.md");
  const compose = read("compose.yaml");
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  expect(names.filter((name) => !compose.includes(`    ${name}: `))).toEqual([]);
});

test("secrets of the machine an image is built on stay out of it", () => {
  const ignored = read(".dockerignore").split("\n");
  expect(ignored).toEqual(expect.arrayContaining([".env*", "*.pem", "*.dump", ".data", ".git"]));
});
