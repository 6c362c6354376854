import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The room whose own tests are asked, as `scripts/mutation-test.ts` names it; all of them without. */
const room = process.env.HOLDFAST_MUTATION_ROOM ?? "**";

/** The formulas' own tests, without those that read the sources: a mutated source is no page of documentation. */
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    root,
    include: [`tests/unit/metrics/${room}/*.test.ts`],
    exclude: ["tests/unit/metrics/{definitions,first-lines,purity}.test.ts"],
  },
});
