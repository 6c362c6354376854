import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { biomeConfig } from "@/scripts/support/biome-config";
import { LAYERS, type Layer, OWNED_PACKAGES, PARTS } from "@/scripts/support/layers";

type Diagnostic = { category: string; location: { path: string; start: { line: number } } };

const folder = mkdtempSync(path.join(tmpdir(), "holdfast-layers-"));
const refusedLines = new Map<string, Set<number>>();

const rows = LAYERS.map((layer) => {
  const file = (layer.includes[0] ?? "")
    .replace("**", "*")
    .replace("*/*", "sub/*")
    .replace(/\*(\.ts)?$/, "probe.ts");
  return { layer, file };
});

function mayImport(layer: Layer, part: string): boolean {
  return layer.may.some((allowed) => part === allowed || part.startsWith(`${allowed}/`));
}

// One import a line: the parts in their order, then the packages, then the way out.
const PACKAGES = Object.keys(OWNED_PACKAGES);
const SOURCES = [...PARTS.map((part) => `@/${part}/probe`), ...PACKAGES, "../../../lib/db/client"];

function lineOf(source: string): number {
  return SOURCES.indexOf(source) + 1;
}

function lint(): void {
  const biome = path.join(PROJECT_ROOT, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", "--reporter=json"];
  args.push("--vcs-enabled=false", "--max-diagnostics=none", ".");
  const result = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const report = JSON.parse(result.stdout) as { diagnostics: Diagnostic[] };
  for (const { location } of report.diagnostics) {
    const lines = refusedLines.get(location.path) ?? new Set();
    refusedLines.set(location.path, lines.add(location.start.line));
  }
}

beforeAll(() => {
  writeFileSync(path.join(folder, "package.json"), "{}");
  writeFileSync(path.join(folder, "biome.json"), readFileSync(`${PROJECT_ROOT}/biome.json`));
  const text = SOURCES.map((source, i) => `import { run${i} } from "${source}";`).join("\n");
  for (const { file } of rows) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
  lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("biome.json is what the table of layers makes", () => {
  const written: unknown = JSON.parse(readFileSync(`${PROJECT_ROOT}/biome.json`, "utf8"));
  expect(written).toEqual(JSON.parse(biomeConfig()));
});

describe.each(rows)("$layer.includes", ({ layer, file }) => {
  const refused = () => refusedLines.get(file) ?? new Set<number>();
  const refusedParts = () => PARTS.filter((part) => refused().has(lineOf(`@/${part}/probe`)));

  test("refuses every part of the project that the row does not name, and no other", () => {
    expect(refusedParts()).toEqual(PARTS.filter((part) => !mayImport(layer, part)));
  });

  test("refuses packages that belong to another folder", () => {
    const owns = (name: string) =>
      layer.folder !== null && OWNED_PACKAGES[name]?.includes(layer.folder);
    const expected = PACKAGES.filter((name) => layer.isPure || !owns(name));
    expect(PACKAGES.filter((name) => refused().has(lineOf(name)))).toEqual(expected);
  });

  test("refuses the long way round to the database", () => {
    expect(refused().has(lineOf("../../../lib/db/client"))).toBe(true);
  });
});
