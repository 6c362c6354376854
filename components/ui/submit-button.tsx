"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button, type ButtonKind, type ButtonSize } from "./button";
import { useFormState } from "./form-context";

type SubmitButtonProps = Omit<ComponentProps<"button">, "type"> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Shown while the form is being sent. */
  pending?: ReactNode;
  children: ReactNode;
};

export function SubmitButton({ kind = "primary", pending, children, ...rest }: SubmitButtonProps) {
  const { isPending } = useFormState();
  return (
    <Button type="submit" kind={kind} aria-disabled={isPending || undefined} {...rest}>
      {isPending ? (pending ?? children) : children}
    </Button>
  );
}
