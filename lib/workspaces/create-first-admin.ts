import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import { makeCtx } from "@/lib/auth/ctx";
import { emailSchema } from "@/lib/auth/email-address";
import { hashPassword } from "@/lib/auth/password";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { type SessionRef, startSession } from "@/lib/auth/session-rows";
import { newId } from "@/lib/db/new-id";
import { outsideWorkspaces } from "@/lib/db/outside-workspaces";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { insertMember } from "./insert-member";
import { insertWorkspace } from "./insert-workspace";
import { slugFrom } from "./slug-from";
import { nameSchema, workspaceSchema } from "./workspace-input";

const firstAdminSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  workspaceName: nameSchema,
  ...workspaceSchema.pick({ currency: true, timeZone: true, locale: true }).shape,
});

/** Any number: it only has to be the same for everybody who asks. */
const SETUP_LOCK = 4_815_162_342n;

/** Whether the first-run page exists. */
export async function isSetUp(): Promise<boolean> {
  const user = await outsideWorkspaces((client) =>
    client.appUser.findFirst({ select: { id: true } }),
  );
  return user !== null;
}

async function refuseSecond(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
  const user = await tx.appUser.findFirst({ select: { id: true } });
  if (user) throw notFound("page");
}

/** The first admin and workspace of an empty installation; of two at once only one succeeds. */
export async function createFirstAdmin({
  input,
  now,
}: {
  input: unknown;
  now: Date;
}): Promise<{ slug: string; session: SessionRef }> {
  if (await isSetUp()) throw notFound("page");
  const given = firstAdminSchema.parse(input);
  const passwordHash = await hashPassword(given.password);
  const id = newId();
  return withWorkspace({ workspace: { id } }, async (tx) => {
    await refuseSecond(tx);
    const { currency, timeZone, locale, workspaceName } = given;
    const slug = slugFrom(workspaceName);
    const values = workspaceSchema.parse({ name: workspaceName, slug, currency, timeZone, locale });
    const workspace = await insertWorkspace(tx, { id, values, now });
    const { name, email } = given;
    const role = "admin";
    const person = { workspaceId: id, name, email, role, passwordHash, now } as const;
    const { userId, employeeId } = await insertMember(tx, person);
    const session = await startSession(tx, { userId, now });
    const actor = { type: "user", ...session, role, employeeId } as const;
    await writeAudit(tx, makeCtx({ actor, workspace, now }), {
      verb: "createFirstAdmin",
      subjectType: "workspace",
      subjectId: id,
    });
    return { slug, session };
  });
}
