import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/permissions";
import { startSession } from "@/lib/auth/session-rows";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { insertMember } from "@/lib/workspaces/insert-member";
import type { World } from "./world";

/** A real user with membership, employee and a live session. */
export type Person = {
  userId: string;
  employeeId: string;
  sessionId: string;
  email: string;
  ctx: Ctx;
};

let count = 0;

export async function joinWorld(
  world: World,
  role: Role = "admin",
  given: { email?: string; name?: string; password?: string; now?: Date } = {},
): Promise<Person> {
  count += 1;
  const { workspace } = world;
  const now = given.now ?? new Date();
  const email = given.email ?? `person-${count}@nordlys.example`;
  const passwordHash = given.password ? await hashPassword(given.password) : null;
  const name = given.name ?? `Person ${count}`;
  const ids = await withWorkspace({ workspace }, (tx) =>
    insertMember(tx, { workspaceId: workspace.id, email, name, role, passwordHash, now }),
  );
  const { sessionId } = await startSession(db(), { userId: ids.userId, now });
  const actor = { type: "user", ...ids, sessionId, role } as const;
  return { ...ids, sessionId, email, ctx: makeCtx({ actor, workspace, now }) };
}

/** The link in the newest mail of a kind to an address. */
export async function linkInMail(world: World, kind: string, to: string): Promise<string> {
  const mail = await world.in((tx) =>
    tx.mailOutbox.findFirst({
      where: { workspaceId: world.workspace.id, kind, toAddress: to },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { payload: true },
    }),
  );
  const { url } = (mail?.payload ?? {}) as { url?: string };
  if (!url) throw new Error(`no ${kind} mail was written`);
  return url;
}

export function tokenOf(url: string): string {
  return url.split("/").at(-1) ?? "";
}

/** What the audit of a workspace says, newest first. */
export async function auditOf(world: World) {
  return world.in((tx) =>
    tx.auditEntry.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    }),
  );
}
