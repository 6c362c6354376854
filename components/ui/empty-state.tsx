import type { ReactNode } from "react";

type EmptyStateProps = {
  title: ReactNode;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-card border border-dashed border-control/60 px-5 py-7">
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-ink-2">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
