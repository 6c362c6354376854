import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { keepFacts, keptFacts } from "@/lib/facts/facts-cache";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { log } from "@/lib/log";
import { TEST_VALUES } from "../../support/test-values";

type Kept = typeof globalThis & { holdfastFacts?: Map<string, WorkspaceFacts> };
const MB = 1_048_576;

beforeEach(() => {
  const values = {
    ...TEST_VALUES,
    DATABASE_URL: "postgresql://x@127.0.0.1/x",
    FACTS_MEMORY_MB: "64",
  };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  forgetEnv();
  delete (globalThis as Kept).holdfastFacts;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  forgetEnv();
  delete (globalThis as Kept).holdfastFacts;
});

const facts = (workspaceId: string, megabytes: number) =>
  ({ workspaceId, bytes: megabytes * MB }) as WorkspaceFacts;

function kept(names: readonly string[]): string[] {
  return names.filter((name) => keptFacts(name) !== undefined);
}

test("of a thousand workspaces as many stay in memory as fit, those used last", () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `w${index}`);
  for (const name of names) {
    keepFacts(name, facts(name, 20));
    const first = keptFacts("w0");
    // Looked at after each of the first hundred others.
    if (first && names.indexOf(name) <= 100) keepFacts("w0", first);
    expect(kept(names).length).toBeLessThanOrEqual(3);
    if (names.indexOf(name) === 100) expect(kept(names)).toEqual(["w0", "w99", "w100"]);
  }
  expect(kept(names)).toEqual(["w997", "w998", "w999"]);
});

test("one that is larger than the limit stays while it is looked at, alone, and the log says so", () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  keepFacts("small", facts("small", 20));
  keepFacts("large", facts("large", 100));
  keepFacts("large", facts("large", 100));
  expect(kept(["small", "large"])).toEqual(["large"]);
  expect(warn).toHaveBeenCalledTimes(1);
  keepFacts("small", facts("small", 20));
  expect(kept(["small", "large"])).toEqual(["small"]);
});
