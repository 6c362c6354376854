import { whyRoleIsNotPlain } from "@/lib/db/plain-role";
import { EnvError, exitWith, setAuthAddress } from "@/lib/env";
import { log } from "@/lib/log";

const NO_SUCH_ROLE = "22023";
const MIGRATE = "Run the migrations: they create role holdfast_app, which the server uses.";

async function checkRole(): Promise<void> {
  const reason = await whyRoleIsNotPlain();
  if (reason !== null) exitWith(`Holdfast cannot start: ${reason}.\n${MIGRATE}`);
}

/** Start-up of the server and the worker: stops with a sentence rather than running unsafely. */
export async function checkStart(): Promise<void> {
  try {
    setAuthAddress();
    await checkRole();
  } catch (error) {
    if (error instanceof EnvError) exitWith(error.message);
    const { code } = error as { code?: unknown };
    if (code === NO_SUCH_ROLE) {
      exitWith(`Holdfast cannot start: the database was never migrated.\n${MIGRATE}`);
    }
    // A database that is still coming up is no reason to stop: /api/ready says so meanwhile.
    log.warn({ code }, "database not reachable at start");
  }
}
