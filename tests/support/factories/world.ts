import { type Ctx, makeCtx, type WorkspaceInfo } from "@/lib/auth/ctx";
import type { Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";

/** A workspace of its own inside the test file's database; rows are made with the least that holds. */
export type World = {
  workspace: WorkspaceInfo;
  /** An actor of a role at a moment; figures stand as of that day. */
  ctx(role?: Role, options?: { on?: string; employeeId?: string | null }): Ctx;
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  changed(...accountIds: string[]): Promise<void>;
};

const NOON = "T12:00:00.000Z";
let count = 0;

/** A row of a tenant table needs its workspace, an id and, mostly, a time. */
export function stamps(world: World, on = "2020-01-01") {
  const at = new Date(`${on}${NOON}`);
  return { workspaceId: world.workspace.id, id: newId(), createdAt: at };
}

/** Makes names differ. */
export function nextNumber(): number {
  count += 1;
  return count;
}

export function date(iso: string): Date;
export function date(iso: string | null | undefined): Date | null;
export function date(iso: string | null | undefined): Date | null {
  return iso ? dateColumn(iso) : null;
}

export async function createWorld(
  given: {
    currency?: string;
    asOf?: string;
    name?: string;
    timeZone?: string;
    locale?: string;
  } = {},
): Promise<World> {
  const id = newId();
  const asOf = given.asOf ?? "2026-10-02";
  const workspace: WorkspaceInfo = {
    id,
    slug: `w-${id}`,
    name: given.name ?? "Nordlys",
    currency: given.currency ?? "DKK",
    timeZone: given.timeZone ?? "Europe/Copenhagen",
    locale: given.locale ?? "en",
    country: "DK",
    figuresAsOf: null,
    isDemo: false,
  };
  await db().workspace.create({ data: { ...workspace, createdAt: new Date(`${asOf}${NOON}`) } });
  return worldOf(workspace, asOf);
}

/** A workspace that is there. */
export function worldOf(workspace: WorkspaceInfo, asOf: string): World {
  const { id } = workspace;
  return {
    workspace,
    ctx(role = "admin", { on = asOf, employeeId = null } = {}) {
      return makeCtx({
        actor: { type: "user", userId: newId(), sessionId: newId(), role, employeeId },
        workspace,
        now: new Date(`${on}${NOON}`),
      });
    },
    in: (work) => withWorkspace({ workspace }, work, { timeoutMs: 60_000 }),
    changed: (...accountIds) =>
      withWorkspace({ workspace }, (tx) =>
        markFactsChanged(tx, id, accountIds, new Date(`${asOf}${NOON}`)),
      ),
  };
}
