"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { FieldContext, useFormState } from "./form-context";

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown where the form itself has none for this field. */
  error?: string | undefined;
  required?: boolean;
  /** Says "optional" after the label. */
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error around one control, tied together for screen readers. */
export function Field(props: FieldProps) {
  const id = useId();
  const t = useTranslations("ui");
  const form = useFormState();
  const error = form.fieldErrors[props.name] ?? props.error;
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const state = {
    id,
    name: props.name,
    describedBy: [hintId, errorId].filter(Boolean).join(" ") || undefined,
    isInvalid: Boolean(error),
    isRequired: props.required ?? false,
  };
  return (
    <FieldContext value={state}>
      <div className={classNames("flex min-w-0 flex-col gap-1", props.className)}>
        <label
          htmlFor={id}
          className={props.hideLabel ? "sr-only" : "text-sm font-semibold text-ink"}
        >
          {props.label}
          {props.optional ? <span className="font-normal text-ink-3"> {t("optional")}</span> : null}
        </label>
        {props.children}
        {props.hint ? (
          <p id={hintId} className="text-sm text-ink-3">
            {props.hint}
          </p>
        ) : null}
        {error ? (
          <p id={errorId} className="text-sm text-danger">
            {error}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
