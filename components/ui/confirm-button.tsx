"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button";
import { Popover } from "./popover";
import { SubmitButton } from "./submit-button";

type ConfirmButtonProps = {
  /** What the button says, also on the last press: "Archive segment". */
  label: string;
  question: ReactNode;
  /** What will happen and whether it can be undone. */
  children: ReactNode;
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Sent with the form, where one form has several such buttons. */
  name?: string;
  value?: string;
};

/** Inside a form: asks before it sends. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const id = `confirm${useId().replace(/\W/g, "")}`;
  const t = useTranslations("ui");
  const kind = props.kind ?? "danger";
  const named = props.name === undefined ? {} : { name: props.name, value: props.value };
  return (
    <Popover
      id={id}
      trigger={props.label}
      title={props.question}
      kind={kind}
      size={props.size ?? "normal"}
    >
      <div className="mb-4 text-ink-2">{props.children}</div>
      <div className="flex flex-wrap gap-2">
        {/* What the form answers must not stay hidden behind the question. */}
        <SubmitButton
          kind={kind}
          {...named}
          onClick={() => document.getElementById(id)?.hidePopover()}
        >
          {props.label}
        </SubmitButton>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          className={buttonClass("secondary")}
        >
          {t("cancel")}
        </button>
      </div>
    </Popover>
  );
}
