import type { TestProject } from "vitest/node";
import { startTestServer } from "./test-server";

declare module "vitest" {
  // An interface, because only interfaces merge with the one vitest declares.
  // biome-ignore lint/style/useConsistentTypeDefinitions: declaration merging
  interface ProvidedContext {
    testServer: { ownerUrl: string; template: string };
  }
}

/** HOLDFAST_TEST_DATABASE_URL: owner's address on a server of yours (may create roles, databases). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer(process.env.HOLDFAST_TEST_DATABASE_URL);
  project.provide("testServer", { ownerUrl: server.ownerUrl, template: server.template });
  return () => server.stop();
}
