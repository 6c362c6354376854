"use client";

import { useTranslations } from "next-intl";
import { TextInput } from "@/components/ui/text-input";
import type { SegmentCondition } from "@/lib/segments/segment-rules";
import {
  type Bound,
  type FigureCondition,
  typedBound,
  typedRange,
  withBound,
} from "./figure-bounds";

type FigureRangeProps = {
  condition: FigureCondition;
  set: (next: SegmentCondition) => void;
};

/** From a smallest to a largest value; either may be left out. */
export function FigureRange({ condition, set }: FigureRangeProps) {
  const t = useTranslations("segments");
  const isMoney = condition.kind === "runningRevenue";
  const field = (bound: Bound) => (
    <TextInput
      type="number"
      inputMode="decimal"
      step="any"
      {...typedRange(condition)}
      aria-label={t(`condition.${bound}`)}
      defaultValue={typedBound(condition, bound)}
      onInput={(event) => set(withBound(condition, bound, event.currentTarget.value))}
      className={isMoney ? "max-w-36" : "max-w-24"}
    />
  );
  const unit = isMoney ? condition.currency : t(`units.${condition.figure}`);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {t.rich("condition.range", {
        least: () => field("atLeast"),
        most: () => field("atMost"),
      })}
      <span className="text-sm text-ink-2">{unit}</span>
    </span>
  );
}
