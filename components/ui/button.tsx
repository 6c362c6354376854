import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

export type ButtonKind = "primary" | "secondary" | "outline" | "danger" | "quiet";
export type ButtonSize = "normal" | "small";

const KINDS: Record<ButtonKind, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:opacity-90",
  secondary: "border-line bg-card text-ink hover:border-control",
  outline: "border-accent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-danger bg-transparent text-danger hover:bg-danger-soft",
  quiet: "border-transparent bg-transparent text-ink-2 hover:text-ink hover:bg-line/50",
};

const SIZES: Record<ButtonSize, string> = {
  normal: "min-h-9 px-3.5 py-1.5",
  small: "min-h-7 px-2.5 py-0.5 text-sm",
};

export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "normal"): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 rounded-control border font-semibold",
    "whitespace-nowrap no-underline select-none print:hidden",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50",
    KINDS[kind],
    SIZES[size],
  );
}

type Look = { kind?: ButtonKind; size?: ButtonSize; children: ReactNode };

export function Button({
  kind,
  size,
  className,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} className={classNames(buttonClass(kind, size), className)} {...rest} />
  );
}

export function LinkButton({ kind, size, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link className={classNames(buttonClass(kind, size), className)} {...rest} />;
}
