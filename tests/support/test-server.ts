import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { clearLeftover } from "@/lib/db/embedded-lock";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { applyMigrations } from "@/lib/db/migration-engine";
import { makeTestFolder, sweepLeftovers } from "./leftovers";

const PREFIX = "holdfast-test-";

/** A server with one migrated database that every test file copies. */
export type TestServer = {
  /** Address of the server's own database, as the owner. */
  ownerUrl: string;
  /** Name of the migrated database, and what the names of all copies start with. */
  template: string;
  stop(): Promise<void>;
};

export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function queryAs<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
  workspaceId?: string,
): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    if (workspaceId) {
      await client.query("SELECT set_config('app.workspace', $1, false)", [workspaceId]);
    }
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepLeftovers(PREFIX, (left) => clearLeftover(path.join(left, "cluster")));
  const folder = makeTestFolder(PREFIX);
  const server = await startEmbeddedPostgres({ dataDir: folder, isForTests: true });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(ownerUrl: string, prefix: string): Promise<void> {
  const rows = await queryAs<{ datname: string }>(
    ownerUrl,
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [prefix],
  );
  for (const { datname } of rows) {
    await queryAs(ownerUrl, `DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}

/** @param givenUrl an owner's address on a server to use instead of the embedded one. */
export async function startTestServer(givenUrl: string | undefined): Promise<TestServer> {
  const own = givenUrl ? null : await startServer();
  const ownerUrl = own?.url ?? givenUrl ?? "";
  const template = `holdfast_test_${process.pid}_${Date.now().toString(36)}`;
  try {
    await queryAs(ownerUrl, `CREATE DATABASE "${template}"`);
    await applyMigrations(withDatabase(ownerUrl, template));
    // A database is copied only while nobody is connected to it.
    await queryAs(ownerUrl, `ALTER DATABASE "${template}" ALLOW_CONNECTIONS false`);
    await queryAs(
      ownerUrl,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
      [template],
    );
  } catch (error) {
    await own?.stop();
    throw error;
  }
  return {
    ownerUrl,
    template,
    async stop() {
      if (own) await own.stop();
      else await dropDatabases(ownerUrl, template);
    },
  };
}
