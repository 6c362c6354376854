import { afterEach, describe, expect, it } from "vitest";
import { readiness } from "@/lib/auth/readiness";
import { closeConnections } from "@/lib/db/client";
import { whyRoleIsNotPlain } from "@/lib/db/plain-role";
import { useTestDatabase } from "../../support/database";

const { query } = useTestDatabase();

afterEach(async () => {
  process.env.BUILD_MIGRATIONS = "";
  await closeConnections();
});

async function asRole(sql: string[], undo: string[], check: () => Promise<void>): Promise<void> {
  for (const statement of sql) await query(statement);
  await closeConnections();
  try {
    await check();
  } finally {
    for (const statement of undo) await query(statement);
  }
}

describe("readiness", () => {
  it("is reached with every migration of the build and a plain role", async () => {
    const [done] = await query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations ORDER BY started_at LIMIT 1",
    );
    process.env.BUILD_MIGRATIONS = done?.migration_name ?? "none";
    expect(await readiness()).toEqual({
      isReady: true,
      database: "reachable",
      migrations: "complete",
      role: "plain",
    });
  });

  it("is not reached while a migration of the build is missing", async () => {
    process.env.BUILD_MIGRATIONS = "29990101000000_not_yet";
    expect(await readiness()).toMatchObject({ isReady: false, migrations: "missing" });
  });

  it("is not reached by a role that owns a tenant table", async () => {
    const [owner] = await query<{ name: string }>("SELECT current_user AS name");
    await asRole(
      [
        "GRANT CREATE ON SCHEMA public TO holdfast_app",
        "ALTER TABLE segment OWNER TO holdfast_app",
      ],
      [
        `ALTER TABLE segment OWNER TO "${owner?.name}"`,
        "REVOKE CREATE ON SCHEMA public FROM holdfast_app",
      ],
      async () => {
        expect(await whyRoleIsNotPlain()).toMatch(/owns tables/);
        expect(await readiness()).toMatchObject({ isReady: false, role: "not plain" });
      },
    );
  });
});
