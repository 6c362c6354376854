import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findInstalledChromium } from "./scripts/support/chromium";

const executablePath = findInstalledChromium();

// The slow matrix (all languages, themes, faults) is tagged @full and runs with npm run test:full.
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  globalTimeout: process.env.HOLDFAST_TEST_FULL ? 0 : 8 * 60_000,
  expect: { timeout: 10_000 },
  ...(process.env.HOLDFAST_TEST_FULL ? {} : { grepInvert: /@full/ }),
  reporter: [["list"]],
  use: {
    ...(process.env.HOLDFAST_E2E_URL ? { baseURL: process.env.HOLDFAST_E2E_URL } : {}),
    // What the page held at each step is enough to find a fault; a picture of each costs as much as the step.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
});
