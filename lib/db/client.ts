import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { readEnv } from "@/lib/env";
import { PrismaClient } from "./generated/client";

export type { Prisma } from "./generated/client";

/** The start-up option that makes every connection the plain, row-secured role. */
export const APP_ROLE_OPTION = "-c role=holdfast_app";

/** Compiling a statement takes seconds where the planner expects more rows than there are, and saves less. */
const NO_COMPILING = "-c jit=off";

type Connections = { url: string; prisma: PrismaClient; pool: pg.Pool; pipelined: pg.Pool };

// Next compiles server code into several bundles; they share one pool through globalThis.
const shared = globalThis as typeof globalThis & { holdfastConnections?: Connections };

function newPool(
  { DATABASE_URL, DATABASE_POOL_SIZE }: ReturnType<typeof readEnv>,
  pipeline: boolean,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    options: `${APP_ROLE_OPTION} ${NO_COMPILING}`,
    max: DATABASE_POOL_SIZE,
    application_name: "holdfast",
    pipeline,
  });
  // A connection that breaks off fails the query it is in; nobody listening, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

function connections(): Connections {
  const env = readEnv();
  if (shared.holdfastConnections?.url === env.DATABASE_URL) return shared.holdfastConnections;
  const pool = newPool(env, false);
  const adapter = new PrismaPg(pool);
  shared.holdfastConnections = {
    url: env.DATABASE_URL,
    pool,
    pipelined: newPool(env, true),
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

/**
 * Connections that send a statement without waiting for the answer to the one before. No cursor and no
 * COPY can run on them, so they have a pool of their own; it opens connections only as they are used.
 */
export function pipelinedPool(): pg.Pool {
  return connections().pipelined;
}

export async function closeConnections(): Promise<void> {
  const open = shared.holdfastConnections;
  delete shared.holdfastConnections;
  if (!open) return;
  await open.prisma.$disconnect();
  await open.pool.end().catch(() => {});
  await open.pipelined.end().catch(() => {});
}
