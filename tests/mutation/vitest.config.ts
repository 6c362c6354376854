import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { narrowImports } from "./narrow-imports";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The room whose own tests are asked, and which of them, as `scripts/mutation-test.ts` says; all without. */
const { HOLDFAST_MUTATION_ROOM: room = "**", HOLDFAST_MUTATION_TESTS: tests = "*" } = process.env;

/** The formulas' own tests, without those that read the sources: a mutated source is no page of documentation. */
export default defineConfig({
  plugins: [narrowImports(root)],
  resolve: { alias: { "@": root } },
  test: {
    root,
    include: [`tests/unit/metrics/${room}/${tests}.test.ts`],
    exclude: ["tests/unit/metrics/{definitions,first-lines,purity}.test.ts"],
  },
});
