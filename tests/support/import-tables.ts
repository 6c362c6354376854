import { Prisma } from "@/lib/db/generated/client";
import { ALL_TABLES } from "@/lib/imports/tables/all-tables";
import type { World } from "./factories/world";

/** Every row of the tables an import may write, without the times of writing. */
export async function rowsAsTheyAre({ workspace, in: inWorld }: World) {
  const tables: Record<string, unknown> = {};
  for (const name of ALL_TABLES.keys()) {
    tables[name] = await inWorld(
      (tx) => tx.$queryRaw`
        SELECT to_jsonb(t) - 'updated_at' AS row FROM ${Prisma.raw(name)} t
        WHERE t.workspace_id = ${workspace.id}::uuid ORDER BY t.id`,
    );
  }
  return tables;
}
