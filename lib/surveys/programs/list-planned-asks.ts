import { z } from "zod";
import { personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import { NO_ID } from "@/lib/format/id-bytes";

const ASKS_PER_PAGE = 50;
// Who plans a quarter for thousands of people still gets one calendar of it.
const MOST_DAYS = 120;

const listPlannedAsksSchema = z.object({
  /** Only those to accounts of the person who looks; left open, of who owns some. */
  isMine: z.boolean().optional(),
  /** From today on. */
  days: z.coerce.number().int().min(1).max(MOST_DAYS).catch(28),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type PlannedAsk = {
  invitationId: string;
  /** ISO day in the workspace. */
  on: string;
  name: string;
  role: string | null;
  account: { id: string; name: string };
  ownerName: string | null;
  surveyName: string;
  programName: string | null;
  isReminder: boolean;
  canVeto: boolean;
};

export type PlannedAsksDto = {
  today: string;
  until: string;
  isMine: boolean;
  days: { on: string; asks: number; reminders: number }[];
  /** One page of them. */
  asks: PlannedAsk[];
  total: number;
  page: number;
  pageSize: number;
};

type Row = Omit<PlannedAsk, "account" | "canVeto" | "name"> & {
  accountId: string;
  accountName: string;
  ownerId: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
};

type Window = { today: string; before: Date };

// What waits counts on the day it is due; what is due already leaves today.
function loadRows(tx: Tx, ctx: Ctx, window: Window, ownerId: string | null): Promise<Row[]> {
  const { id, timeZone } = ctx.workspace;
  return tx.$queryRaw<Row[]>`
    SELECT i.id AS "invitationId",
      GREATEST((m.due_at AT TIME ZONE ${timeZone})::date, ${window.today}::date)::text AS "on",
      c.first_name AS "firstName", c.last_name AS "lastName", c.email, c.role,
      a.id AS "accountId", a.name AS "accountName", a.owner_id AS "ownerId",
      o.name AS "ownerName", s.name AS "surveyName", p.name AS "programName",
      m.kind = 'survey_reminder' AS "isReminder"
    FROM mail_outbox m
    JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
    JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    LEFT JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
    LEFT JOIN survey_program p ON p.workspace_id = w.workspace_id AND p.id = w.program_id
    LEFT JOIN employee o ON o.workspace_id = a.workspace_id AND o.id = a.owner_id
    WHERE m.workspace_id = ${id}::uuid AND m.state IN ('pending', 'paused')
      AND m.kind IN ('survey', 'survey_reminder') AND m.due_at < ${window.before}
      AND (${ownerId}::uuid IS NULL OR a.owner_id = ${ownerId}::uuid)
    ORDER BY m.due_at, a.name, i.id`;
}

/** What goes out before a moment, soonest first, with who may veto it. */
export async function loadPlannedAsks(
  tx: Tx,
  ctx: Ctx,
  window: Window,
  ownerId: string | null,
): Promise<PlannedAsk[]> {
  const { actor, locale } = ctx;
  const employeeId = actor.type === "user" ? actor.employeeId : null;
  const isAdmin = actor.type === "user" && actor.role === "admin";
  const rows = await loadRows(tx, ctx, window, ownerId);
  return rows.map((row) => {
    const { accountId, accountName, ownerId, firstName, lastName, email, ...rest } = row;
    const isOwner = ownerId !== null && ownerId === employeeId;
    return {
      ...rest,
      name: personName({ firstName, lastName, email }, locale),
      account: { id: accountId, name: accountName },
      canVeto: !row.isReminder && (isAdmin || isOwner),
    };
  });
}

async function ownsAccounts(tx: Tx, ctx: Ctx, employeeId: string | null): Promise<boolean> {
  if (employeeId === null) return false;
  const where = { workspaceId: ctx.workspace.id, ownerId: employeeId, archivedAt: null };
  return (await tx.account.findFirst({ where, select: { id: true } })) !== null;
}

/** The calendar of what will go out, and to whom: each person's throttle is looked at once more then. */
export async function listPlannedAsks({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PlannedAsksDto> {
  requirePermission(ctx, "wave:read");
  const { isMine: isWanted, days, page: wanted } = listPlannedAsksSchema.parse(input);
  const { timeZone } = ctx.workspace;
  const { actor } = ctx;
  const today = dateIn(timeZone, ctx.now);
  const until = addDays(today, days);
  const employeeId = actor.type === "user" ? actor.employeeId : null;
  const before = instantOf(timeZone, until, "00:00");
  const { isMine, rows } = await withWorkspace(ctx, async (tx) => {
    const isOwn = isWanted ?? (await ownsAccounts(tx, ctx, employeeId));
    const ownerId = isOwn ? (employeeId ?? NO_ID) : null;
    return { isMine: isOwn, rows: await loadPlannedAsks(tx, ctx, { today, before }, ownerId) };
  });
  const page = Math.min(wanted, Math.max(1, Math.ceil(rows.length / ASKS_PER_PAGE)));
  return {
    today,
    until,
    isMine,
    days: countByDay(rows),
    asks: rows.slice((page - 1) * ASKS_PER_PAGE, page * ASKS_PER_PAGE),
    total: rows.length,
    page,
    pageSize: ASKS_PER_PAGE,
  };
}

function countByDay(rows: readonly PlannedAsk[]): PlannedAsksDto["days"] {
  const days = new Map<string, { on: string; asks: number; reminders: number }>();
  for (const { on, isReminder } of rows) {
    const day = days.get(on) ?? { on, asks: 0, reminders: 0 };
    if (isReminder) day.reminders += 1;
    else day.asks += 1;
    days.set(on, day);
  }
  return [...days.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
