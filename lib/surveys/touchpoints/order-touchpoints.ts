import type { Ctx } from "@/lib/auth/ctx";
import { takeTurns } from "@/lib/db/take-turns";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";

export type Place = { id: string; stage: string };

/**
 * Every change of the order waits for the one before it: two of them at once would mix. One lock, taken
 * before the rows are read: rows locked in an order that moves change lock each other out.
 */
export async function lockTouchpoints(tx: Tx, ctx: Ctx): Promise<Place[]> {
  await takeTurns(tx, `touchpoints:${ctx.workspace.id}`);
  return tx.$queryRaw<Place[]>`
    SELECT id, stage FROM touchpoint
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND archived_at IS NULL
    ORDER BY position, name, id`;
}

/** Positions are counted anew, over all stages: only the order within one is ever shown. */
export async function writeOrder(tx: Tx, ctx: Ctx, order: readonly Place[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE touchpoint t SET position = o.position, stage = o.stage
    FROM unnest(${order.map((place) => place.id)}::uuid[],
      ${order.map((place) => place.stage)}::text[],
      ${order.map((_, i) => i)}::int[]) AS o(id, stage, position)
    WHERE t.workspace_id = ${ctx.workspace.id}::uuid AND t.id = o.id
      AND (t.position, t.stage) IS DISTINCT FROM (o.position, o.stage)`;
}

/** @throws AppError NOT_FOUND for an archived or foreign one. */
export function placeOf(order: readonly Place[], touchpointId: string): Place {
  const place = order.find((candidate) => candidate.id === touchpointId);
  if (!place) throw notFound("touchpoint");
  return place;
}

/** @throws AppError NOT_FOUND for a colleague of another workspace. */
export async function requireOwner(
  tx: Tx,
  ctx: Ctx,
  ownerId: string | null | undefined,
): Promise<void> {
  if (!ownerId) return;
  const where = { workspaceId: ctx.workspace.id, id: ownerId };
  if (!(await tx.employee.findFirst({ where, select: { id: true } }))) throw notFound("colleague");
}

/** @throws AppError CONFLICT where another touchpoint has the name. */
export async function requireFreeName(
  tx: Tx,
  ctx: Ctx,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const taken = await tx.touchpoint.findFirst({
    where: { workspaceId: ctx.workspace.id, name, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { archivedAt: true },
  });
  if (!taken) return;
  const message = taken.archivedAt
    ? "An archived touchpoint has this name. Restore it, or choose another name."
    : "Another touchpoint has this name.";
  throw new AppError("CONFLICT", message, { fieldErrors: { name: message } });
}
