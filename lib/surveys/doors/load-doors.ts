import type { Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import type { DoorKind, DoorSummary } from "./door.types";

type Count = { doorId: string; came: number; answered: number; lastOn: string | null };

function loadCounts(tx: Tx, workspaceId: string, doorIds: string[]): Promise<Count[]> {
  return tx.$queryRaw<Count[]>`
    SELECT i.door_id AS "doorId", count(*)::int AS came,
      count(a.answered_on)::int AS answered, max(a.answered_on)::text AS "lastOn"
    FROM invitation i
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    LEFT JOIN LATERAL (
      SELECT max(r.answered_on) AS answered_on FROM response_event r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.invitation_id = i.id
        AND r.question = s.question AND r.class = 'confirmed') a ON true
    WHERE i.workspace_id = ${workspaceId}::uuid AND s.workspace_id = ${workspaceId}::uuid
      AND i.door_id = ANY(${doorIds}::uuid[])
    GROUP BY i.door_id`;
}

/** With their counts; the open ones first, then the newest. */
export async function loadDoors(
  tx: Tx,
  ctx: Ctx,
  where: Prisma.SurveyDoorWhereInput,
): Promise<DoorSummary[]> {
  const { id: workspaceId, timeZone } = ctx.workspace;
  const rows = await tx.surveyDoor.findMany({
    where: { workspaceId, ...where },
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      name: true,
      createdAt: true,
      closedAt: true,
      account: { select: { id: true, name: true } },
      employee: { select: { id: true, name: true } },
    },
  });
  const ids = rows.map((row) => row.id);
  const counts = ids.length > 0 ? await loadCounts(tx, workspaceId, ids) : [];
  return rows.map(({ createdAt, closedAt, kind, ...row }) => {
    const count = counts.find((one) => one.doorId === row.id);
    return {
      ...row,
      kind: kind as DoorKind,
      createdOn: dateIn(timeZone, createdAt),
      isOpen: closedAt === null,
      came: count?.came ?? 0,
      answered: count?.answered ?? 0,
      lastOn: count?.lastOn ?? null,
    };
  });
}
