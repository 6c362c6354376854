"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { SegmentCondition } from "@/lib/segments/segment-rules";
import {
  chosenValues,
  comparisonOf,
  comparisons,
  conditionOn,
  type Offer,
  subjectChoices,
  subjectOf,
  valueChoices,
  withComparison,
  withValues,
} from "./condition-choices";
import type { ConditionNode } from "./rule-tree";

type ConditionRowProps = {
  node: ConditionNode;
  offer: Offer;
  onChange: (node: ConditionNode) => void;
  onRemove: () => void;
};

type ValueProps = {
  condition: SegmentCondition;
  offer: Offer;
  set: (next: SegmentCondition) => void;
};

type ListProps = ValueProps & {
  condition: Extract<SegmentCondition, { kind: "text" | "attribute" | "ownsProductType" }>;
};

function ValueList({ condition, offer, set }: ListProps) {
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

function ValueEditor(props: ValueProps) {
  const t = useTranslations("segments.condition");
  const { condition, set } = props;
  switch (condition.kind) {
    case "text":
    case "attribute":
    case "ownsProductType":
      return <ValueList {...props} condition={condition} />;
    case "nameContains":
      return (
        <input
          aria-label={t("partOfName")}
          value={condition.text}
          onChange={(event) => set({ ...condition, text: event.currentTarget.value })}
          className="min-h-9 w-56 rounded-control border border-control bg-card px-2.5"
        />
      );
    case "customerSince":
      return (
        <span className="flex flex-wrap items-center gap-2">
          {t.rich("between", {
            from: () => (
              <TextInput
                type="date"
                aria-label={t("from")}
                defaultValue={condition.from ?? ""}
                onInput={(event) => set({ ...condition, from: event.currentTarget.value || null })}
                className="w-40"
              />
            ),
            until: () => (
              <TextInput
                type="date"
                aria-label={t("until")}
                defaultValue={condition.until ?? ""}
                onInput={(event) => set({ ...condition, until: event.currentTarget.value || null })}
                className="w-40"
              />
            ),
          })}
        </span>
      );
    case "recorded":
    case "hasContract":
      return null;
  }
}

export function ConditionRow({ node, offer, onChange, onRemove }: ConditionRowProps) {
  const t = useTranslations("segments");
  const { condition, isNegated } = node;
  return (
    <li className="flex flex-wrap items-start gap-2">
      <Select
        aria-label={t("condition.subject")}
        value={subjectOf(condition)}
        onChange={(event) =>
          onChange({ ...node, isNegated: false, condition: conditionOn(event.currentTarget.value) })
        }
        options={subjectChoices(offer, t)}
        className="w-44"
      />
      <Select
        aria-label={t("condition.comparison")}
        value={comparisonOf(condition, isNegated)}
        onChange={(event) =>
          onChange({ ...node, ...withComparison(condition, event.currentTarget.value) })
        }
        options={comparisons(condition, t)}
        className="w-40"
      />
      <ValueEditor
        condition={condition}
        offer={offer}
        set={(next) => onChange({ ...node, condition: next })}
      />
      <Button
        kind="quiet"
        aria-label={t("condition.remove")}
        onClick={onRemove}
        className="ml-auto"
      >
        <X aria-hidden size={16} />
      </Button>
    </li>
  );
}
