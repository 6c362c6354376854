import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { classNames } from "./class-names";

export type NoticeKind = "info" | "success" | "warning" | "error";

const LOOK: Record<NoticeKind, string> = {
  info: "border-line bg-card text-ink",
  success: "border-accent/40 bg-accent-soft text-ink",
  warning: "border-warning/40 bg-warning-soft text-ink",
  error: "border-danger/50 bg-danger-soft text-ink",
};

const MARK: Record<NoticeKind, ReactNode> = {
  info: <Info aria-hidden size={16} className="text-ink-3" />,
  success: <CircleCheck aria-hidden size={16} className="text-accent" />,
  warning: <CircleAlert aria-hidden size={16} className="text-warning" />,
  error: <CircleAlert aria-hidden size={16} className="text-danger" />,
};

type NoticeProps = {
  kind?: NoticeKind;
  title?: ReactNode;
  className?: string;
  ref?: Ref<HTMLDivElement>;
  tabIndex?: number;
  children: ReactNode;
};

/** A message that stays: errors are announced at once, the others politely. */
export function Notice({ kind = "info", title, className, ref, tabIndex, children }: NoticeProps) {
  return (
    <div
      ref={ref}
      tabIndex={tabIndex}
      role={kind === "error" ? "alert" : "status"}
      className={classNames(
        "flex gap-2.5 rounded-control border px-3 py-2.5",
        LOOK[kind],
        className,
      )}
    >
      <span className="mt-0.5 shrink-0">{MARK[kind]}</span>
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
  );
}
