// Child of demo and dev: writes the demo data and prints the logins as its last line. A process of
// its own, so that Ctrl-C works while it computes.
import pg from "pg";
import { closeConnections } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { seedDemo } from "@/prisma/seed/seed-demo";

/** Until the database has counted what is new, it takes a workspace for empty and joins row by row. */
async function countRows(): Promise<void> {
  const owner = new pg.Client(readEnv().DATABASE_URL);
  await owner.connect();
  await owner.query("ANALYZE");
  await owner.end();
}

const { logins } = await seedDemo({ log: (line) => console.log(line) });
await countRows();
await closeConnections();
console.log(JSON.stringify({ logins }));
process.exit(0);
