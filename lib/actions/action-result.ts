import type { ErrorCode, FieldErrors } from "@/lib/errors";

/** What was typed, so that a failed form can show it again; never passwords or secrets. */
export type ActionValues = Record<string, string>;

export type ActionResult<T = null> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode;
      message: string;
      fieldErrors: FieldErrors;
      values: ActionValues;
    };

/** `previousState` of a form that was not sent yet is null. */
export type ActionState<T = null> = ActionResult<T> | null;
