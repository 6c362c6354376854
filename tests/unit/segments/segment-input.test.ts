import { expect, test } from "vitest";
import { createSegmentSchema } from "@/lib/segments/segment-input";

function problems(rules: string): string[] {
  const result = createSegmentSchema.safeParse({ name: "Danish heat", rules });
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const INCOMPLETE =
  "rules: This condition is not complete. Choose a field and a value, or remove it.";

test("rules that no editor of ours sends are refused in words, however large or deep", () => {
  const wide = JSON.stringify({ kind: "all", rules: Array(400_000).fill(1) });
  const deep = `${'{"kind":"not","rule":'.repeat(9)}null${"}".repeat(9)}`;
  expect(problems(wide)).toEqual([INCOMPLETE]);
  expect(problems(deep)).toEqual(["rules: Nest conditions at most five levels deep."]);
  for (const rules of ["", "null", "[]", '{"kind":"__proto__"}', "[".repeat(100_000)]) {
    expect(problems(rules)).toEqual([INCOMPLETE]);
  }
});
