import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// A lock written on one platform lacks some native packages of the others, and npm then skips them
// there without a word. Those are named in our own optionalDependencies.

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };

const PLATFORMS = /[-/](darwin-arm64|darwin-x64|linux-arm64|linux-x64)(-gnu)?$/;

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8")) as T;
}

const { packages } = readJson<{ packages: Record<string, Entry> }>("package-lock.json");
const manifest = readJson<{ optionalDependencies: Record<string, string> }>("package.json");
const parents = Object.entries(packages).filter(([path]) => path !== "");
const lockedNames = new Set(parents.map(([path]) => path.split("node_modules/").at(-1) ?? ""));

function nativePackages(): { parent: string; name: string; version: string }[] {
  return parents.flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => PLATFORMS.test(name))
      .map(([name, version]) => ({ parent: path, name, version })),
  );
}

test("every native package of macOS and Linux is in the lock or named in package.json", () => {
  const missing = nativePackages().filter(
    ({ name }) => !lockedNames.has(name) && !(name in manifest.optionalDependencies),
  );
  expect(missing).toEqual([]);
});

test("a native package named in package.json has the version its parent asks for", () => {
  const asked = new Map(nativePackages().map(({ name, version }) => [name, version]));
  const named = Object.entries(manifest.optionalDependencies);
  const wrong = named.filter(([name, version]) => asked.get(name) !== version);
  expect(wrong).toEqual([]);
});

test("the lock holds no registry's address", () => {
  expect(parents.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
});
