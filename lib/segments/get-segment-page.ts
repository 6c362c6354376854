import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { beingComputed, withFactsSoon } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { addDays, dayNumber } from "@/lib/format/calendar";
import { buildMember, sortedMembers } from "./build-members";
import { buildEditor } from "./build-segment-editor";
import { countMoves, loadKeptSince, loadMoves, loadSince } from "./load-members";
import { loadSegment, type SegmentRow } from "./load-segments";
import type { SegmentMembersDto, SegmentPageDto } from "./segment.types";
import { segmentViewSchema } from "./segment-input";

const PAGE_SIZE = 25;
const MOVE_DAYS = 90;
const MOVES_SHOWN = 50;

async function loadMembers(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  row: SegmentRow,
  wantedPage: number,
): Promise<Omit<SegmentMembersDto, "keptSince" | "movesFrom" | "joined" | "left" | "moves">> {
  const asOfDay = dayNumber(ctx.asOf);
  const units = sortedMembers(facts, row.rules, asOfDay);
  const lastPage = Math.max(1, Math.ceil(units.length / PAGE_SIZE));
  const page = Math.min(wantedPage, lastPage);
  const shown = units.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const segment = { workspaceId: ctx.workspace.id, segmentId: row.id };
  const ids = shown.map(({ id }) => id);
  const since = await loadSince(tx, segment, ids);
  return {
    currency: ctx.workspace.currency,
    total: units.length,
    page,
    pageSize: PAGE_SIZE,
    members: shown.map((unit) => buildMember(facts, unit, asOfDay, since.get(unit.id) ?? null)),
  };
}

/**
 * A segment's rules, a page of who is in it, and who joined and left in the last 90 days.
 * @throws AppError UNAVAILABLE, soon, while facts are being built
 */
export async function getSegmentPage({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentPageDto> {
  requirePermission(ctx, "segment:read");
  const { segmentId, page } = segmentViewSchema.parse(input);
  return withFactsSoon(ctx, async (tx, facts) => {
    if (!facts) throw beingComputed();
    const workspaceId = ctx.workspace.id;
    const row = await loadSegment(tx, workspaceId, segmentId);
    const members = await loadMembers(tx, ctx, facts, row, page);
    const keptSince = await loadKeptSince(tx, { workspaceId, segmentId });
    const start = addDays(ctx.asOf, -MOVE_DAYS);
    const after = keptSince !== null && keptSince > start ? keptSince : start;
    const window = { workspaceId, segmentId, after, asOf: ctx.asOf };
    const moves = await loadMoves(tx, window, MOVES_SHOWN);
    return {
      editor: buildEditor(facts, row, ctx),
      members: {
        ...{ ...members, keptSince, movesFrom: after },
        ...(await countMoves(tx, window)),
        moves: moves.map((move) => ({
          ...move,
          name: facts.accounts.get(move.accountId)?.name ?? null,
        })),
      },
    };
  });
}
