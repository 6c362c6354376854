import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BadgeTone = "plain" | "accent" | "warning" | "danger";

const TONES: Record<BadgeTone, string> = {
  plain: "border-line text-ink-2",
  accent: "border-accent/50 text-accent",
  warning: "border-warning/50 text-warning",
  danger: "border-danger/50 text-danger",
};

/** A short word about a thing's state. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-block rounded-full border px-2 text-xs leading-5 whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
