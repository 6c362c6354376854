import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";

export type NpsScope = { workspaceId: string; from: string; until: string; source: string | null };
export type ScoreCount = { score: number; answers: number; withoutAccount: number };

function answersOf({ workspaceId, from, until }: NpsScope): Prisma.Sql {
  return Prisma.sql`r.workspace_id = ${workspaceId}::uuid AND r.question = 'nps'
    AND r.class = 'confirmed' AND r.value_number IS NOT NULL
    AND r.answered_on BETWEEN ${from}::date AND ${until}::date`;
}

function ofSource({ source }: NpsScope): Prisma.Sql {
  return Prisma.sql`(${source}::text IS NULL OR r.source = ${source})`;
}

export function loadEveryAnswer(tx: Tx, scope: NpsScope): Promise<ScoreCount[]> {
  return tx.$queryRaw<ScoreCount[]>`
    SELECT r.value_number AS score, count(*)::int AS answers,
      count(*) FILTER (WHERE r.account_id IS NULL)::int AS "withoutAccount"
    FROM response_event r WHERE ${answersOf(scope)} AND ${ofSource(scope)}
    GROUP BY r.value_number`;
}

export function loadEveryPerson(tx: Tx, scope: NpsScope): Promise<ScoreCount[]> {
  return tx.$queryRaw<ScoreCount[]>`
    SELECT score, count(*)::int AS answers,
      count(*) FILTER (WHERE account_id IS NULL)::int AS "withoutAccount"
    FROM (
      SELECT DISTINCT ON (coalesce(r.contact_id, r.id)) r.value_number AS score, r.account_id
      FROM response_event r WHERE ${answersOf(scope)} AND ${ofSource(scope)}
      ORDER BY coalesce(r.contact_id, r.id), r.answered_at DESC, r.id DESC) last
    GROUP BY score`;
}

export function loadNpsSources(
  tx: Tx,
  scope: NpsScope,
): Promise<{ name: string; answers: number }[]> {
  return tx.$queryRaw`
    SELECT r.source AS name, count(*)::int AS answers
    FROM response_event r WHERE ${answersOf(scope)}
    GROUP BY r.source ORDER BY count(*) DESC, r.source`;
}
