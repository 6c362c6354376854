import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The formulas' own tests, without those that read the sources: a mutated source is no page of documentation. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["tests/unit/metrics/**/*.test.ts"],
    exclude: ["tests/unit/metrics/{definitions,first-lines,purity}.test.ts"],
  },
});
