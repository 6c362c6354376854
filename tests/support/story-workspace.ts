import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { seedStory } from "@/prisma/seed/seed-story";
import { createTestWorkspace, type TestWorkspace } from "./workspace-factory";

/**
 * A workspace that holds the demo story, as a clean demo does. Like the demo's it is marked so, which
 * sets the grace after hand-over to 0: a test presses Send within seconds of the mail.
 */
export async function createStoryWorkspace(name: string): Promise<TestWorkspace> {
  const workspace = await createTestWorkspace(name);
  const { id } = workspace.world.workspace;
  await db().workspace.update({ where: { id }, data: { isDemo: true }, select: { id: true } });
  const ctx = await ctxForSystem({ id }, "story");
  await seedStory({ ctx });
  await refreshFacts({ ctx });
  return workspace;
}
