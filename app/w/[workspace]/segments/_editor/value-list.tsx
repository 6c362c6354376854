"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { SegmentCondition } from "@/lib/segments/segment-rules";
import {
  chosenValues,
  type ListCondition,
  type Offer,
  valueChoices,
  withValues,
} from "./condition-choices";

type ValueListProps = {
  condition: ListCondition;
  offer: Offer;
  set: (next: SegmentCondition) => void;
};

export function ValueList({ condition, offer, set }: ValueListProps) {
  const t = useTranslations("segments");
  const choices = valueChoices(condition, offer, t);
  const chosen = chosenValues(condition);
  const left = choices.filter(({ value }) => !chosen.includes(value));
  const labelOf = (value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <div className="flex min-w-56 flex-1 flex-wrap items-center gap-1.5">
      {chosen.map((value) => (
        <span
          key={value}
          className="inline-flex min-h-8 items-center gap-1 rounded-full border border-line bg-paper pl-2.5 text-sm"
        >
          {labelOf(value)}
          <button
            type="button"
            aria-label={t("condition.takeOut", { value: labelOf(value) })}
            onClick={() =>
              set(
                withValues(
                  condition,
                  chosen.filter((other) => other !== value),
                ),
              )
            }
            className="rounded-full p-1.5 text-ink-3 hover:text-ink"
          >
            <X aria-hidden size={13} />
          </button>
        </span>
      ))}
      {left.length > 0 ? (
        <Select
          aria-label={t("condition.add")}
          value=""
          onChange={(event) => set(withValues(condition, [...chosen, event.currentTarget.value]))}
          options={[
            { value: "", label: chosen.length > 0 ? t("condition.or") : t("condition.choose") },
            ...left,
          ]}
          className="w-44"
        />
      ) : null}
      {choices.length === 0 ? (
        <span className="text-sm text-ink-3">{t("condition.noValues")}</span>
      ) : null}
    </div>
  );
}
