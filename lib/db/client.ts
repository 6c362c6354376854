import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { readEnv } from "@/lib/env";
import { PrismaClient } from "./generated/client";

export type { Prisma } from "./generated/client";

/** The start-up option that makes every connection the plain, row-secured role. */
export const APP_ROLE_OPTION = "-c role=holdfast_app";

type Connections = { url: string; prisma: PrismaClient; pool: pg.Pool };

// Next compiles server code into several bundles; they share one pool through globalThis.
const shared = globalThis as typeof globalThis & { holdfastConnections?: Connections };

function connections(): Connections {
  const env = readEnv();
  if (shared.holdfastConnections?.url === env.DATABASE_URL) return shared.holdfastConnections;
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    options: APP_ROLE_OPTION,
    max: env.DATABASE_POOL_SIZE,
    application_name: "holdfast",
  });
  // A connection that breaks off fails the query it is in; nobody listening, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg(pool);
  shared.holdfastConnections = {
    url: env.DATABASE_URL,
    pool,
    // Long messages would carry the values of a query into the log.
    prisma: new PrismaClient({ adapter, errorFormat: "minimal" }),
  };
  return shared.holdfastConnections;
}

/** Global tables only; tenant tables are reached through `withWorkspace`. */
export function db(): PrismaClient {
  return connections().prisma;
}

/** Raw connections, for what speaks to the driver itself; same role, same pool. */
export function pool(): pg.Pool {
  return connections().pool;
}

export async function closeConnections(): Promise<void> {
  const open = shared.holdfastConnections;
  delete shared.holdfastConnections;
  if (!open) return;
  await open.prisma.$disconnect();
  await open.pool.end().catch(() => {});
}
