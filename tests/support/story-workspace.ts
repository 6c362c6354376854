import pg from "pg";
import type { WorkspaceInfo } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { seedStory } from "@/prisma/seed/seed-story";
import { createStorySegments } from "@/prisma/seed/story-segments";
import { TABLES } from "@/prisma/seed/tables";
import { worldOf } from "./factories/world";
import { createTestWorkspace, type TestWorkspace, testWorkspaceOf } from "./workspace-factory";

const STORY = "HOLDFAST_E2E_STORY";
/** Tables that hold the story: its rows, its saved segments, the figures computed of it. What a row names comes first. */
const STORED = [
  ...Object.keys(TABLES).map(snake),
  ...["segment", "segment_membership", "account_month", "account_history", "facts_state"],
];

/**
 * An empty workspace for a story. Like the demo's it is marked so, which sets the grace after hand-over
 * to 0: a test presses Send within seconds of the mail.
 */
async function createDemo(name: string): Promise<TestWorkspace> {
  const workspace = await createTestWorkspace(name);
  const { id } = workspace.world.workspace;
  await db().workspace.update({ where: { id }, data: { isDemo: true }, select: { id: true } });
  return workspace;
}

/** Writes the demo story once for all specs; the processes of the tests inherit where it is. */
export async function tellStory(): Promise<void> {
  const { world } = await createDemo("Nordlys Pumper");
  const ctx = await ctxForSystem({ id: world.workspace.id }, "story");
  await seedStory({ ctx });
  await createStorySegments(ctx);
  await refreshFacts({ ctx });
  await asOwner(analyze);
  process.env[STORY] = JSON.stringify(world.workspace);
}

/** The story's own workspace: whoever changes anything in it takes a copy. */
export function sharedStory(): TestWorkspace {
  const told = process.env[STORY];
  if (!told) throw new Error("The story is told only during the browser tests.");
  const workspace = JSON.parse(told) as WorkspaceInfo;
  return testWorkspaceOf(worldOf(workspace, new Date().toISOString().slice(0, 10)));
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every column but the tenant's, in double quotes. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1
       AND column_name <> 'workspace_id' AND is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => name).join(", ");
}

async function copyRows(client: pg.Client, from: string, to: string): Promise<void> {
  const enter = (id: string) => client.query("SELECT set_workspace($1::uuid)", [id]);
  for (const table of STORED) {
    const columns = await columnsOf(client, table);
    await enter(from);
    await client.query(
      `CREATE TEMP TABLE copied_${table} ON COMMIT DROP AS SELECT ${columns} FROM ${table}`,
    );
    await enter(to);
    await client.query(
      `INSERT INTO ${table} (workspace_id, ${columns})
       SELECT $1::uuid, ${columns} FROM copied_${table} ON CONFLICT DO NOTHING`,
      [to],
    );
  }
}

/** Without it the database takes a workspace it has not seen for an empty one, and joins row by row. */
async function analyze(client: pg.Client): Promise<void> {
  await client.query(`ANALYZE ${STORED.join(", ")}`);
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(readEnv().DATABASE_URL);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A workspace with the story in it, down to the ids, for a spec that changes something. */
export async function copyStory(name: string): Promise<TestWorkspace> {
  const workspace = await createDemo(name);
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await copyRows(client, sharedStory().world.workspace.id, workspace.world.workspace.id);
    await client.query("COMMIT");
    await analyze(client);
  });
  return workspace;
}
