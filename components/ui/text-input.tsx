"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useControl } from "./form-context";

export const CONTROL =
  "min-h-9 w-full min-w-0 rounded-control border border-control bg-card px-2.5 py-1.5 text-ink " +
  "aria-invalid:border-danger aria-invalid:outline-danger disabled:opacity-60";

type TextInputProps = Omit<ComponentProps<"input">, "value" | "onChange">;

/** A one-line input; keeps what was typed when the form is refused (never a password). */
export function TextInput({ className, defaultValue, ...rest }: TextInputProps) {
  const control = useControl(rest);
  const keeps = rest.type !== "password";
  return (
    <input
      {...control.attributes}
      {...rest}
      defaultValue={(keeps ? control.typed : undefined) ?? defaultValue}
      className={classNames(CONTROL, className)}
    />
  );
}

type TextareaProps = Omit<ComponentProps<"textarea">, "value" | "onChange">;

export function Textarea({ className, defaultValue, rows = 4, ...rest }: TextareaProps) {
  const control = useControl(rest);
  return (
    <textarea
      {...control.attributes}
      rows={rows}
      {...rest}
      defaultValue={control.typed ?? defaultValue}
      className={classNames(CONTROL, className)}
    />
  );
}
