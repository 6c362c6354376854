import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { applyMigrations } from "@/lib/db/migration-engine";
import type { Supervisor } from "@/scripts/support/processes";
import { queryAs } from "../../support/test-server";

export type BenchServer = {
  /** As the owner of the tables. */
  url: string;
  /** For loading: a superuser of the server of our own, else the owner. */
  loadUrl: string;
  about: string;
  /** Of the server of our own. */
  pid: number | null;
};

// As much as a small server of one's own would be given; the rest is Postgres' defaults.
const SETTINGS = {
  shared_buffers: "1GB",
  max_wal_size: "8GB",
  maintenance_work_mem: "512MB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
};

function superuserOf(url: string, folder: string): string {
  const address = new URL(url);
  address.username = "postgres";
  address.password = readFileSync(path.join(folder, "password"), "utf8").trim();
  return address.href;
}

/** @param databaseUrl an owner's address of a database; else a durable server below `folder`, kept. */
export async function startBenchServer(
  supervisor: Supervisor,
  folder: string,
  databaseUrl: string | undefined,
): Promise<BenchServer> {
  if (databaseUrl) {
    await applyMigrations(databaseUrl);
    return {
      url: databaseUrl,
      loadUrl: databaseUrl,
      about: "the server of DATABASE_URL",
      pid: null,
    };
  }
  const dataDir = path.join(folder, "postgres");
  let server = await startEmbeddedPostgres({ dataDir });
  if (server.isNew || !existsSync(path.join(server.dataDir, "is-tuned"))) {
    const client = new pg.Client(superuserOf(server.url, server.dataDir));
    await client.connect();
    for (const [name, value] of Object.entries(SETTINGS))
      await client.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    await client.end();
    await server.stop();
    server = await startEmbeddedPostgres({ dataDir });
  }
  supervisor.add("database", () => server.stop());
  await applyMigrations(server.url);
  const [version] = await queryAs<{ server_version: string }>(server.url, "SHOW server_version");
  return {
    url: server.url,
    loadUrl: superuserOf(server.url, server.dataDir),
    pid: server.pid,
    about: `Postgres ${version?.server_version}, shared_buffers ${SETTINGS.shared_buffers}`,
  };
}
