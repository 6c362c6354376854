"use client";

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from "react";
import type { ActionResult, ActionState } from "@/lib/actions/action-result";
import { classNames } from "./class-names";
import { FormContext } from "./form-context";
import { useKeptPlace } from "./keep-place";
import { Notice } from "./notice";

type ActionFormProps<T> = {
  action: (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>>;
  /** Slug of the workspace; left out only by the pages before sign-in. */
  workspace?: string;
  /** Shown after success where the action stays on the page; of what it answered, where that is told. */
  success?: ReactNode | ((data: T) => ReactNode);
  /** Keeps what was typed after success (settings forms); else the form empties. */
  keepsValues?: boolean;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/**
 * A form over a server action. Without script it posts and the page comes back with errors and
 * values; with script it is sent in place and nothing typed is lost.
 */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const [state, send, isPending] = useActionState<ActionState<T>, FormData>(props.action, null);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const failure = state && !state.ok ? state : null;
  const keepsValues = props.keepsValues ?? false;
  const { success } = props;
  useKeptPlace(form);

  useEffect(() => {
    if (state === null) return;
    if (state.ok) {
      if (!keepsValues) form.current?.reset();
      return;
    }
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid='true']");
    const target = invalid?.matches("fieldset") ? invalid.querySelector("input") : invalid;
    (target ?? notice.current)?.focus();
  }, [state, keepsValues]);

  // Sent by hand, because a form's own action empties every field when it returns.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => send(data));
  }

  return (
    <form
      ref={form}
      action={send}
      onSubmit={submit}
      noValidate
      aria-label={props["aria-label"]}
      className={classNames("flex flex-col gap-4", props.className)}
    >
      {props.workspace ? <input type="hidden" name="workspace" value={props.workspace} /> : null}
      {failure ? (
        <Notice kind="error" ref={notice} tabIndex={-1}>
          {failure.message}
        </Notice>
      ) : null}
      {state?.ok && success ? (
        <Notice kind="success">
          {typeof success === "function" ? success(state.data) : success}
        </Notice>
      ) : null}
      <FormContext
        value={{
          isPending,
          values: failure?.values ?? null,
          fieldErrors: failure?.fieldErrors ?? {},
        }}
      >
        {props.children}
      </FormContext>
    </form>
  );
}
