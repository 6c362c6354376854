import { outsideWorkspaces } from "@/lib/db/outside-workspaces";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { type Ctx, makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "./ctx";
import type { Permission } from "./permissions";
import { isSameHash, makeSecretToken, readSecretToken } from "./secret-token";

/** What a key may be made for: exactly what the API offers. */
export const API_SCOPES = [
  "wave:send",
  "import:write",
  "data:export",
  "figures:read",
  "segment:read",
] as const satisfies readonly Permission[];
export type ApiScope = (typeof API_SCOPES)[number];

// By this, people and scanners of published code see what they have before them.
const PREFIX = "hfk_";
const SEEN_EVERY_MS = 60_000;

/** The key as its owner keeps it, and the hash that stays here. */
export function makeApiKey(workspaceId: string, id: string): { key: string; hash: string } {
  const { token, hash } = makeSecretToken([workspaceId, id]);
  return { key: `${PREFIX}${token}`, hash };
}

function toScopes(stored: readonly string[]): ApiScope[] {
  return API_SCOPES.filter((scope) => stored.includes(scope));
}

async function findKey(workspaceId: string, id: string, now: Date) {
  return withWorkspace({ workspace: { id: workspaceId } }, async (tx) => {
    const key = await tx.apiKey.findFirst({
      where: { workspaceId, id, revokedAt: null },
      select: { secretHash: true, scopes: true, lastUsedAt: true },
    });
    const isNew =
      key && (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > SEEN_EVERY_MS);
    return key && { ...key, isNew };
  });
}

async function noteUse(workspaceId: string, id: string, now: Date): Promise<void> {
  await withWorkspace({ workspace: { id: workspaceId } }, (tx) =>
    tx.apiKey.updateMany({ where: { workspaceId, id }, data: { lastUsedAt: now } }),
  );
}

/**
 * From "Bearer hfk_..." to who acts and where. A wrong key costs the same query as a right one.
 * @throws AppError UNAUTHENTICATED for whatever is no live key of a live workspace.
 */
export async function ctxForApiKey(authorization: string | null, now: Date): Promise<Ctx> {
  const [, token] = /^Bearer\s+hfk_([\w-]+)$/i.exec(authorization ?? "") ?? [];
  const { ids, hash } = readSecretToken(token, 2);
  const [workspaceId = "", id = ""] = ids;
  const found = await findKey(workspaceId, id, now);
  const workspace = await outsideWorkspaces((client) =>
    client.workspace.findFirst({
      where: { id: workspaceId, archivedAt: null },
      select: WORKSPACE_COLUMNS,
    }),
  );
  if (!isSameHash(found?.secretHash ?? "", hash) || !found || !workspace) {
    throw new AppError("UNAUTHENTICATED", "Send a valid API key: Authorization: Bearer hfk_…");
  }
  if (found.isNew) await noteUse(workspaceId, id, now);
  const actor = { type: "apiKey", apiKeyId: id, scopes: toScopes(found.scopes) } as const;
  return makeCtx({ actor, workspace: toWorkspaceInfo(workspace), now });
}
