import { rmSync } from "node:fs";
import path from "node:path";
import { closeConnections } from "@/lib/db/client";
import { clearLeftover, leaveFolder, takeFolder } from "@/lib/db/embedded-lock";
import { applyMigrations } from "@/lib/db/migration-engine";
import { buildApp, isBuildFresh } from "@/scripts/support/app-build";
import { findOrInstallChromium } from "@/scripts/support/chromium";
import { findFreePort } from "@/scripts/support/ports";
import { type Supervisor, stopLeftovers, superviseProcesses } from "@/scripts/support/processes";
import { step } from "@/scripts/support/progress";
import {
  describeServices,
  type Services,
  startApp,
  startDatabase,
  startMailCatcher,
  startWorker,
} from "@/scripts/support/services";
import { makeTestFolder, sweepLeftovers } from "./leftovers";
import { tellStory } from "./story-workspace";

const PREFIX = "holdfast-e2e-";

async function prepareData(supervisor: Supervisor): Promise<Services> {
  const { url } = await startDatabase(supervisor, { isForTests: true });
  await applyMigrations(url);
  const services = await describeServices(supervisor, url, {
    host: "127.0.0.1",
    appPort: await findFreePort(),
  });
  // The browser tests' own processes are started after this and inherit it.
  Object.assign(process.env, services.values, {
    HOLDFAST_E2E_URL: services.appUrl,
    HOLDFAST_E2E_MAIL_URL: services.mailUrl,
  });
  await startMailCatcher(supervisor, services);
  await tellStory();
  await closeConnections();
  return services;
}

async function build(supervisor: Supervisor): Promise<void> {
  if (!isBuildFresh()) await step("Building the app", () => buildApp(supervisor));
}

async function startEverything(supervisor: Supervisor): Promise<void> {
  const [, services] = await Promise.all([
    build(supervisor),
    step("Telling the story", () => prepareData(supervisor)),
  ]);
  await step("Starting the services", async () => {
    await Promise.all([startWorker(supervisor, services), startApp(supervisor, services)]);
  });
}

/** One production build, one database, one app server, worker and mail catcher for all specs. */
export default async function setup(): Promise<() => Promise<void>> {
  const chromium = findOrInstallChromium();
  if (chromium) process.env.CHROMIUM_PATH = chromium;
  await sweepLeftovers(PREFIX, async (folder) => {
    await stopLeftovers(folder);
    await clearLeftover(path.join(folder, "postgres", "cluster"));
  });
  const folder = makeTestFolder(PREFIX);
  takeFolder(folder);
  const supervisor = superviseProcesses(folder);
  const stop = async () => {
    await supervisor.stopAll();
    leaveFolder(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  supervisor.whenOneFails((name, output) => {
    console.error(`The ${name} ended during the browser tests ${output}`);
  });
  try {
    await startEverything(supervisor);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
