import { cache } from "react";
import { outsideWorkspaces } from "@/lib/db/outside-workspaces";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { type Ctx, makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "./ctx";
import { isRole, type Role } from "./permissions";
import { readSessionId } from "./session-cookie";
import { liveSession, noteSeen } from "./session-rows";

export type SignedInUser = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
};

export async function userOfSession(sessionId: string, now: Date): Promise<SignedInUser | null> {
  const row = await outsideWorkspaces(async (client) => {
    const found = await client.userSession.findFirst({
      where: liveSession(sessionId, now),
      select: {
        id: true,
        lastSeenAt: true,
        user: { select: { id: true, name: true, email: true, locale: true } },
      },
    });
    if (found) await noteSeen(client, found, now);
    return found;
  });
  if (!row) return null;
  const { id, ...user } = row.user;
  return { sessionId: row.id, userId: id, ...user };
}

async function employeeOf(workspaceId: string, userId: string): Promise<string | null> {
  const workspace = { id: workspaceId };
  const row = await withWorkspace({ workspace }, (tx) =>
    tx.employee.findFirst({
      where: { workspaceId, userId, leftOn: null },
      select: { id: true },
    }),
  );
  return row?.id ?? null;
}

/** @throws AppError NOT_FOUND where the user is no member: whether it exists is nobody's business. */
export async function ctxForUser(user: SignedInUser, slug: string, now: Date): Promise<Ctx> {
  // A text that is no slug names none, and some of them the database would refuse to look for.
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) throw notFound("workspace");
  const membership = await outsideWorkspaces((client) =>
    client.userWorkspace.findFirst({
      where: { userId: user.userId, workspace: { slug, archivedAt: null } },
      select: { role: true, workspace: { select: WORKSPACE_COLUMNS } },
    }),
  );
  if (!membership || !isRole(membership.role)) throw notFound("workspace");
  const role: Role = membership.role;
  const workspace = toWorkspaceInfo(membership.workspace);
  const employeeId = await employeeOf(workspace.id, user.userId);
  const { userId, sessionId } = user;
  return makeCtx({
    actor: { type: "user", userId, sessionId, role, employeeId },
    workspace,
    now,
    locale: user.locale,
  });
}

/** Who is signed in on this request, or null; asked once per request. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const sessionId = await readSessionId();
  return sessionId === null ? null : userOfSession(sessionId, new Date());
});

/**
 * The one way from a request to a Ctx: session cookie, session row, membership, workspace.
 * @throws AppError UNAUTHENTICATED without a live session, NOT_FOUND where the user is no member.
 */
export const ctxForWorkspace = cache(async (slug: string): Promise<Ctx> => {
  const user = await currentUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in and try again.");
  return ctxForUser(user, slug, new Date());
});
