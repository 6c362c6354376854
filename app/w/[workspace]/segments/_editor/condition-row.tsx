"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { SegmentCondition } from "@/lib/segments/segment-rules";
import {
  comparisonOf,
  comparisons,
  conditionOn,
  type Offer,
  subjectChoices,
  subjectOf,
  withComparison,
} from "./condition-choices";
import { FigureRange } from "./figure-range";
import type { ConditionNode } from "./rule-tree";
import { ValueList } from "./value-list";

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

function ValueEditor(props: ValueProps) {
  const t = useTranslations("segments.condition");
  const { condition, set } = props;
  switch (condition.kind) {
    case "text":
    case "attribute":
    case "ownsProductType":
    case "loyalty":
    case "hearing":
      return <ValueList {...props} condition={condition} />;
    case "figure":
    case "runningRevenue":
      return <FigureRange key={subjectOf(condition)} condition={condition} set={set} />;
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
                className="max-w-40"
              />
            ),
            until: () => (
              <TextInput
                type="date"
                aria-label={t("until")}
                defaultValue={condition.until ?? ""}
                onInput={(event) => set({ ...condition, until: event.currentTarget.value || null })}
                className="max-w-40"
              />
            ),
          })}
        </span>
      );
    case "recorded":
    case "hasContract":
    case "figureKnown":
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
          onChange({
            ...node,
            isNegated: false,
            condition: conditionOn(event.currentTarget.value, offer.currency),
          })
        }
        options={subjectChoices(offer, t)}
        className="w-44"
      />
      <Select
        aria-label={t("condition.comparison")}
        value={comparisonOf(condition, isNegated)}
        onChange={(event) =>
          onChange({
            ...node,
            ...withComparison(condition, event.currentTarget.value, offer.currency),
          })
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
