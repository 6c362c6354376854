import { db } from "@/lib/db/client";

type Marked = { isSame: boolean };

/**
 * Whether this database is the one mail was last sent from. A dump that is restored has another mark:
 * its waiting mails went out since, from the original. The first worker of an installation sets it.
 */
export async function isMarkedDatabase(now: Date): Promise<boolean> {
  const [row] = await db().$queryRaw<Marked[]>`
    WITH mark AS (
      SELECT (SELECT system_identifier FROM pg_control_system())::text || ':' || oid::text AS value
      FROM pg_database WHERE datname = current_database()
    ), first AS (
      INSERT INTO installation (id, database_mark, marked_at)
      SELECT 1, mark.value, ${now} FROM mark
      ON CONFLICT (id) DO NOTHING RETURNING database_mark
    )
    SELECT COALESCE((SELECT database_mark FROM first),
      (SELECT database_mark FROM installation WHERE id = 1)) = mark.value AS "isSame" FROM mark`;
  return row?.isSame ?? true;
}

/** From now on this is the database mail is sent from. */
export async function markDatabase(now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO installation (id, database_mark, marked_at)
    SELECT 1, (SELECT system_identifier FROM pg_control_system())::text || ':' || oid::text, ${now}
    FROM pg_database WHERE datname = current_database()
    ON CONFLICT (id) DO UPDATE SET database_mark = excluded.database_mark,
      marked_at = excluded.marked_at`;
}
