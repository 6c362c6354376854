import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField } from "@/lib/errors";

/** After this a call that never answered is taken for dead, and the same one may be made again. */
const DEAD_AFTER_MS = 120_000;
const MAX_KEY = 200;

/** `body` is JSON as it is sent. */
export type Answer = { status: number; body: string };
export type NamedCall = { apiKeyId: string; callKey: string; requestHash: string };

/** @throws AppError INVALID_INPUT for a name that cannot be one. */
export function nameOf(ctx: Ctx, request: Request, input: unknown): NamedCall | null {
  const callKey = request.headers.get("idempotency-key");
  if (callKey === null || ctx.actor.type !== "apiKey") return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(callKey)) {
    const message = `Give Idempotency-Key as 1 to ${MAX_KEY} visible characters.`;
    throw invalidField("Idempotency-Key", message);
  }
  const { pathname, search } = new URL(request.url);
  const said = JSON.stringify([request.method, pathname, search, input]);
  const requestHash = createHash("sha256").update(said).digest("base64url");
  return { apiKeyId: ctx.actor.apiKeyId, callKey, requestHash };
}

type Stored = { request_hash: string; status: number | null; body: string | null };

/** Takes the name, or finds who has it; the row stays locked for nobody, so two at once cannot both take it. */
async function take(tx: Tx, ctx: Ctx, call: NamedCall): Promise<boolean> {
  const dead = new Date(ctx.now.getTime() - DEAD_AFTER_MS);
  const taken = await tx.$queryRaw<{ call_key: string }[]>`
    INSERT INTO api_call (workspace_id, api_key_id, call_key, request_hash, started_at)
    VALUES (${ctx.workspace.id}::uuid, ${call.apiKeyId}::uuid, ${call.callKey},
      ${call.requestHash}, ${ctx.now})
    ON CONFLICT (workspace_id, api_key_id, call_key) DO UPDATE SET started_at = excluded.started_at
    WHERE api_call.finished_at IS NULL AND api_call.started_at < ${dead}
      AND api_call.request_hash = excluded.request_hash
    RETURNING call_key`;
  return taken.length > 0;
}

/** What the same call was answered before; null where it is to be made now. */
export async function answeredBefore(ctx: Ctx, call: NamedCall): Promise<Answer | null> {
  return withWorkspace(ctx, async (tx) => {
    if (await take(tx, ctx, call)) return null;
    const [stored] = await tx.$queryRaw<Stored[]>`
      SELECT request_hash, status, body FROM api_call
      WHERE workspace_id = ${ctx.workspace.id}::uuid AND api_key_id = ${call.apiKeyId}::uuid
        AND call_key = ${call.callKey}`;
    if (stored && stored.request_hash !== call.requestHash) {
      const message = "This Idempotency-Key was used for another call. Take a new one.";
      throw invalidField("Idempotency-Key", message);
    }
    if (stored?.status == null || stored.body === null) {
      throw new AppError("CONFLICT", "The same call is being worked on. Ask again in a moment.");
    }
    return { status: stored.status, body: stored.body };
  });
}

/** Keeps an answer that holds: a fault of ours, or a wait, may end otherwise the next time. */
export async function keepAnswer(ctx: Ctx, call: NamedCall, answer: Answer): Promise<void> {
  const holds = answer.status < 500 && answer.status !== 429;
  await withWorkspace(ctx, async (tx) => {
    const { workspace } = ctx;
    if (holds) {
      await tx.$executeRaw`
        UPDATE api_call SET finished_at = ${new Date()}, status = ${answer.status},
          body = ${answer.body}
        WHERE workspace_id = ${workspace.id}::uuid AND api_key_id = ${call.apiKeyId}::uuid
          AND call_key = ${call.callKey}`;
    } else {
      await tx.$executeRaw`
        DELETE FROM api_call
        WHERE workspace_id = ${workspace.id}::uuid AND api_key_id = ${call.apiKeyId}::uuid
          AND call_key = ${call.callKey} AND finished_at IS NULL`;
    }
  });
}
