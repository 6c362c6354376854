import { expect, test, vi } from "vitest";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";

/** Modules as another bundle of the same process has them. */
async function anotherBundle() {
  vi.resetModules();
  return {
    blocks: await import("@/lib/facts/per-block"),
    epochs: await import("@/lib/loyalty/per-epoch"),
  };
}

test("what one bundle divided and made of the facts another finds", async () => {
  const units = Array.from({ length: 2_500 }, () => ({}) as UnitFacts);
  const facts = { units } as unknown as WorkspaceFacts;
  const made = vi.fn(() => ({}));

  const handlers = await anotherBundle();
  handlers.blocks.divide(units, undefined);
  const own = handlers.epochs.perEpoch(facts, "figure", made);
  const parts = handlers.blocks.perBlock(units, "sizes", (block) => block.length);

  const pages = await anotherBundle();
  expect(pages.blocks.perBlock).not.toBe(handlers.blocks.perBlock);
  expect(pages.epochs.perEpoch(facts, "figure", made)).toBe(own);
  expect(made).toHaveBeenCalledTimes(1);
  expect(pages.blocks.perBlock(units, "sizes", () => -1)).toEqual(parts);
  expect(parts).toEqual([1_000, 1_000, 500]);
});
