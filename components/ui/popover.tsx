"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button";
import { classNames } from "./class-names";

type PopoverProps = {
  /** Unique on the page. */
  id: string;
  /** What the button says. */
  trigger: ReactNode;
  title: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Replaces the button's look, for triggers that are a whole tile or a link in a sentence. */
  triggerClass?: string;
  className?: string;
  children: ReactNode;
};

const FIELDS = "input:not([type=hidden]), select, textarea";
const STOPS = `a[href], button:not(:disabled), summary, [tabindex="0"], ${FIELDS}`;

/** Into its first field when it opens, else to the panel itself, which is then read out. */
function enter(panel: HTMLElement): void {
  (panel.querySelector<HTMLElement>(FIELDS) ?? panel).focus();
}

/** The page behind is dimmed: Tab goes round inside. */
function goRound(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Tab") return;
  const panel = event.currentTarget;
  const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter((stop) =>
    stop.checkVisibility(),
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const { activeElement } = document;
  const isAtEnd = event.shiftKey
    ? activeElement === first || activeElement === panel
    : activeElement === last;
  if (!isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/**
 * A panel over the page, by the browser's own popover: opens and closes (Escape, click outside)
 * without script, and gives the focus back. Script only keeps the focus inside while it is open.
 */
export function Popover(props: PopoverProps) {
  const t = useTranslations("ui");
  return (
    <>
      <button
        type="button"
        popoverTarget={props.id}
        aria-haspopup="dialog"
        className={props.triggerClass ?? buttonClass(props.kind, props.size)}
      >
        {props.trigger}
      </button>
      <div
        id={props.id}
        popover="auto"
        role="dialog"
        tabIndex={-1}
        onToggle={(event) => {
          if (event.newState === "open") enter(event.currentTarget);
        }}
        onKeyDown={goRound}
        aria-labelledby={`${props.id}-title`}
        className={classNames(
          "fixed inset-0 m-auto h-fit max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto",
          "rounded-card border border-control bg-card p-5 text-ink outline-none backdrop:bg-[#1d1c1a]/35",
          props.className,
        )}
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={`${props.id}-title`} className="text-lg font-semibold">
            {props.title}
          </h2>
          <button
            type="button"
            popoverTarget={props.id}
            popoverTargetAction="hide"
            className={buttonClass("quiet", "small")}
          >
            {t("close")}
          </button>
        </div>
        {props.children}
      </div>
    </>
  );
}
