import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const page = readFileSync(join(project, "docs/metrics.md"), "utf8");
const block = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

/** The numbers that a line's comment promises: "41.7, -5.5 to 72.2". */
const promised = [...block.matchAll(/\/\/ (.+)$/gm)].flatMap(
  ([, comment = ""]) => comment.match(/-?\d+(\.\d+)?/g) ?? [],
);

it("the page opens with ten lines that run as they stand and print what they say", async () => {
  expect(
    block
      .trim()
      .split("\n")
      .filter((line) => line !== ""),
  ).toHaveLength(10);
  const run = ["--import", "tsx", "--input-type=module", "--eval", block];
  const { stdout } = await promisify(execFile)(process.execPath, run, { cwd: project });
  const printed = [...stdout.matchAll(/\b(value|low|high): (-?[\d.]+)/g)].map(([, , number]) =>
    Number(number),
  );
  expect(promised).toHaveLength(12);
  expect(printed).toHaveLength(12);
  promised.forEach((text, index) => {
    const digits = text.split(".")[1]?.length ?? 0;
    expect((printed[index] as number).toFixed(digits)).toBe(Number(text).toFixed(digits));
  });
}, 30_000);
