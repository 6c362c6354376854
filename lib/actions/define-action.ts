import type { Ctx } from "@/lib/auth/ctx";
import { ctxForWorkspace } from "@/lib/auth/session";
import type { ActionResult, ActionState, ActionValues } from "./action-result";
import { toFailure } from "./to-failure";

export type FormInput = Record<string, string | string[]>;

const SECRET = /password|secret|token/i;

/**
 * Fields as typed; a name given several times, or ending in "[]", becomes a list. Zero bytes are
 * dropped: nobody types them, and the database takes none.
 */
function readForm(formData: FormData): FormInput {
  const input: FormInput = {};
  for (const name of new Set(formData.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = formData
      .getAll(name)
      .flatMap((v) => (typeof v === "string" ? [v.replaceAll("\0", "")] : []));
    const isList = name.endsWith("[]") || all.length > 1;
    input[name.replace(/\[\]$/, "")] = isList ? all : (all[0] ?? "");
  }
  return input;
}

function typedValues(input: FormInput): ActionValues {
  const entries = Object.entries(input).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !SECRET.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

/**
 * A server action of the signed-in app. The form names its workspace in a hidden field `workspace`;
 * membership is checked again on every call. The handler calls ONE verb.
 */
export function defineAction<T>(
  handler: (call: { ctx: Ctx; input: FormInput }) => Promise<T>,
): (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>> {
  return async (_previous, formData) => {
    const { workspace, ...input } = readForm(formData);
    let locale: string | undefined;
    try {
      const ctx = await ctxForWorkspace(typeof workspace === "string" ? workspace : "");
      locale = ctx.locale;
      return { ok: true, data: await handler({ ctx, input }) };
    } catch (error) {
      return await toFailure(error, typedValues(input), locale);
    }
  };
}

/** A server action before sign-in (sign-in, first run, reset, invitation). */
export function definePublicAction<T>(
  handler: (call: { input: FormInput }) => Promise<T>,
): (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>> {
  return async (_previous, formData) => {
    const input = readForm(formData);
    try {
      return { ok: true, data: await handler({ input }) };
    } catch (error) {
      return await toFailure(error, typedValues(input));
    }
  };
}
