import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { loadSegments } from "@/lib/segments/load-segments";
import { accountIdsOf } from "@/lib/segments/segment-account-ids";
import { selectUnits } from "@/lib/segments/select-units";
import { seesNames } from "@/lib/workspaces/sees-names";
import { buildEntry } from "./build-entry";
import type { InboxDto } from "./inbox.types";
import { cursorOf, ENTRIES_PER_PAGE, type InboxFilter, inboxFilterSchema } from "./inbox-filter";
import { inboxWhere } from "./inbox-where";
import { loadDrops } from "./load-drops";
import { loadEntries } from "./load-entries";

/** Surveys by which one can filter: the newest name of each family. */
function loadSurveyFamilies(tx: Tx, workspaceId: string): Promise<InboxDto["surveys"]> {
  return tx.$queryRaw<InboxDto["surveys"]>`
    SELECT f."familyId", f.name FROM (
      SELECT DISTINCT ON (family_id) family_id AS "familyId", name FROM survey
      WHERE workspace_id = ${workspaceId}::uuid ORDER BY family_id, version DESC) f
    ORDER BY f.name, f."familyId" LIMIT 200`;
}

async function hasAnswers(tx: Tx, workspaceId: string): Promise<boolean> {
  const where = { workspaceId, class: "confirmed", invitationId: { not: null } };
  return (await tx.responseEvent.findFirst({ where, select: { id: true } })) !== null;
}

/** Who owns accounts or touchpoints begins with those. */
async function ownsSomething(tx: Tx, ctx: Ctx): Promise<boolean> {
  const employeeId = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  if (employeeId === null) return false;
  const where = { workspaceId: ctx.workspace.id, ownerId: employeeId, archivedAt: null };
  const account = await tx.account.findFirst({ where, select: { id: true } });
  return (
    account !== null || (await tx.touchpoint.findFirst({ where, select: { id: true } })) !== null
  );
}

/** The confirmed answers as they arrived, newest first, a page of them. */
export async function listAnswers({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<InboxDto> {
  requirePermission(ctx, "account:read");
  const wanted = inboxFilterSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const asOfDay = dayNumber(ctx.asOf);
  return withFacts(ctx, async (tx, facts) => {
    const whose = wanted.whose ?? ((await ownsSomething(tx, ctx)) ? "mine" : "all");
    const segments = await loadSegments(tx, workspaceId);
    const segment = segments.find(({ id }) => id === wanted.segment) ?? null;
    const filter: InboxFilter = { ...wanted, whose, segment: segment?.id ?? null };
    const accountIds = segment && accountIdsOf(selectUnits(facts, segment.rules, asOfDay));
    const where = inboxWhere(ctx, filter, accountIds);
    const rows = await loadEntries(tx, workspaceId, where, ENTRIES_PER_PAGE + 1);
    const showsNames = await seesNames(tx, ctx);
    const page = rows.slice(0, ENTRIES_PER_PAGE);
    const last = page.at(-1);
    return {
      filter,
      drops: await loadDrops(tx, ctx, filter),
      entries: page.map((row) => buildEntry(ctx, row, { facts, showsNames })),
      next: last && rows.length > ENTRIES_PER_PAGE ? cursorOf(last) : null,
      surveys: await loadSurveyFamilies(tx, workspaceId),
      segments: segments.map(({ id, name }) => ({ id, name })),
      hasAny: rows.length > 0 || (await hasAnswers(tx, workspaceId)),
      canAct: can(ctx.actor, "touch:write"),
    };
  });
}
