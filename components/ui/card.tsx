import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CardProps = {
  title?: ReactNode;
  /** One line under the title: what the card shows, of whom. */
  note?: ReactNode;
  /** Buttons or links at the right of the title. */
  actions?: ReactNode;
  className?: string;
  id?: string;
  /** One of a list of its kind: no landmark of its own, since their names may be the same. */
  isOneOfMany?: boolean;
  children: ReactNode;
};

export function Card(props: CardProps) {
  const { title, note, actions, className, id, isOneOfMany = false, children } = props;
  const headingId = id ? `${id}-title` : undefined;
  return (
    <section
      id={id}
      aria-labelledby={title && !isOneOfMany ? headingId : undefined}
      className={classNames(
        "min-w-0 rounded-card border border-line bg-card p-4 md:px-[18px]",
        className,
      )}
    >
      {title || actions ? (
        <div className="mb-2.5 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-48">
            {title ? (
              <h2 id={headingId} className="text-base font-semibold">
                {title}
              </h2>
            ) : null}
            {note ? <p className="text-sm text-ink-3">{note}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
