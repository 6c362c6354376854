import { AppError } from "@/lib/errors";

export const ROLES = ["admin", "account_manager", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

const READ = [
  "figures:read",
  "account:read",
  "segment:read",
  "survey:read",
  "wave:read",
  "import:read",
  "member:read",
] as const;
const ACT = ["account:write", "touch:write", "segment:write"] as const;
const ADMINISTER = [
  "account:merge",
  "survey:write",
  "wave:send",
  "import:write",
  "member:write",
  "setting:write",
  "response:review",
  "contact:erase",
  "data:export",
] as const;
/** What nobody does by hand: only the system itself. */
const RUN = ["mail:record", "erasure:run"] as const;
const RESPOND = ["response:write", "preference:write"] as const;

export type Permission =
  | (typeof READ)[number]
  | (typeof ACT)[number]
  | (typeof ADMINISTER)[number]
  | (typeof RUN)[number]
  | (typeof RESPOND)[number];

const BY_ROLE: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(READ),
  account_manager: new Set([...READ, ...ACT]),
  admin: new Set([...READ, ...ACT, ...ADMINISTER]),
};

/** Who acts; all pass the same permission function. */
export type Actor =
  | { type: "user"; userId: string; sessionId: string; role: Role; employeeId: string | null }
  | { type: "apiKey"; apiKeyId: string; scopes: readonly Permission[] }
  | { type: "respondent"; invitationId: string }
  | { type: "system"; job: string };

export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.type) {
    case "user":
      return BY_ROLE[actor.role].has(permission);
    case "respondent":
      return (RESPOND as readonly string[]).includes(permission);
    case "apiKey":
      return actor.scopes.includes(permission);
    case "system":
      return true;
  }
}

/** First line of every verb. @throws AppError FORBIDDEN */
export function requirePermission(ctx: { actor: Actor }, permission: Permission): void {
  if (!can(ctx.actor, permission)) {
    throw new AppError(
      "FORBIDDEN",
      "Your role does not allow this. Ask an admin of the workspace.",
    );
  }
}
