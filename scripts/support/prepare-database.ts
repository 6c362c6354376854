import pg from "pg";
import { StartError } from "./ports";

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]", "::1", ""];

type Contents = "empty" | "demo" | "other";

async function readContents(databaseUrl: string): Promise<Contents> {
  const client = new pg.Client(databaseUrl);
  await client.connect().catch((error: Error) => {
    throw new StartError(`The database in DATABASE_URL cannot be reached: ${error.message}`);
  });
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    if (tables.rows.length === 0) return "empty";
    const isOurs = ["_prisma_migrations", "workspace", "app_user"].every((name) =>
      tables.rows.some((row) => row.name === name),
    );
    if (!isOurs) return "other";
    const counts = await client.query<{ demos: number; others: number; users: number }>(
      `SELECT count(*) FILTER (WHERE is_demo)::int AS demos,
              count(*) FILTER (WHERE NOT is_demo)::int AS others,
              (SELECT count(*)::int FROM app_user) AS users
       FROM workspace`,
    );
    const { demos = 0, others = 0, users = 0 } = counts.rows[0] ?? {};
    if (others > 0) return "other";
    if (demos > 0) return "demo";
    return users === 0 ? "empty" : "other";
  } finally {
    await client.end();
  }
}

/**
 * The demo writes invented customers and logins with known passwords.
 * @throws StartError when the given database is somebody's, or may be.
 */
export async function requireSeedable(databaseUrl: string): Promise<void> {
  const host = new URL(databaseUrl).hostname;
  const how = "Give it a local, empty database, or say --seed-anyway if you are sure.";
  if (!LOCAL_HOSTS.includes(host)) {
    throw new StartError(
      `DATABASE_URL points to ${host}, not to this machine, and the demo would write invented ` +
        `customers and logins with known passwords into it. ${how}`,
    );
  }
  if ((await readContents(databaseUrl)) === "other") {
    throw new StartError(
      "The database in DATABASE_URL is not empty, and the demo would write invented customers " +
        `and logins with known passwords into it. ${how}`,
    );
  }
}
