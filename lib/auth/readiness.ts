import { missingMigrations } from "@/lib/db/missing-migrations";
import { whyRoleIsNotPlain } from "@/lib/db/plain-role";

export type Readiness = {
  isReady: boolean;
  database: "reachable" | "unreachable";
  migrations: "complete" | "missing" | "unknown";
  role: "plain" | "not plain" | "unknown";
};

/** What a load balancer asks; says nothing an outsider could use. */
export async function readiness(): Promise<Readiness> {
  try {
    const reason = await whyRoleIsNotPlain();
    const missing = await missingMigrations().catch(() => ["_prisma_migrations"]);
    return {
      isReady: reason === null && missing.length === 0,
      database: "reachable",
      migrations: missing.length === 0 ? "complete" : "missing",
      role: reason === null ? "plain" : "not plain",
    };
  } catch {
    return { isReady: false, database: "unreachable", migrations: "unknown", role: "unknown" };
  }
}
