import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const alias = { "@": here(".") };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      // Tests share what they import: loading it anew for each file took most of their time. What a file
      // needs for itself (database, variables, counted calls) it sets up and takes down.
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], isolate: false },
      },
      {
        resolve: { alias: { ...alias, "next/headers": here("tests/support/next-headers.ts") } },
        test: {
          name: "integration",
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/integration-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
