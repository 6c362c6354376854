import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays } from "@/lib/format/calendar";
import { auditFigure, touchpointScore } from "./build-touchpoint-score";
import { loadTouchpointFigures } from "./load-touchpoint-figures";
import type { Colleague, TouchpointSummary } from "./touchpoint.types";
import type { TouchpointKind } from "./touchpoint-input";

/** As long as an answer counts on the map. */
export const SCORE_DAYS = 365;

/** With the figures of the year up to the as-of date; in the order of the map. */
export async function loadTouchpoints(
  tx: Tx,
  ctx: Ctx,
  where: { id?: string; archivedAt?: null | { not: null } },
): Promise<(TouchpointSummary & { isArchived: boolean })[]> {
  const { workspace, asOf } = ctx;
  const rows = await tx.touchpoint.findMany({
    where: { workspaceId: workspace.id, ...where },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      kind: true,
      stage: true,
      archivedAt: true,
      owner: { select: { id: true, name: true } },
      surveys: {
        where: { archivedAt: null },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      },
    },
  });
  const period = { after: addDays(asOf, -SCORE_DAYS), until: asOf };
  const figures = await loadTouchpointFigures(tx, workspace, period);
  return rows.map(({ archivedAt, kind, ...row }) => {
    const own = <Count extends { touchpointId: string }>(counts: readonly Count[]) =>
      counts.filter((count) => count.touchpointId === row.id);
    const answers = own(figures.answers);
    const [audit] = own(figures.audits);
    return {
      ...row,
      kind: kind as TouchpointKind,
      isArchived: archivedAt !== null,
      asked: own(figures.asked)[0]?.asked ?? 0,
      answered: answers.reduce((sum, { count }) => sum + count, 0),
      score: touchpointScore(answers),
      audit: audit ? auditFigure(audit) : null,
    };
  });
}

/** Those who may own a touchpoint. */
export function loadColleagues(tx: Tx, workspaceId: string): Promise<Colleague[]> {
  return tx.employee.findMany({
    where: { workspaceId, leftOn: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
