import { formatDay } from "@/lib/format/date";
import { formatMoney, onOneScale } from "@/lib/format/money";
import { formatNumber, formatPercent, formatScore } from "@/lib/format/number";
import type { PlainFigure } from "@/lib/segments/segment-figures";
import type { SegmentCondition } from "@/lib/segments/segment-rules";
import {
  comparisonOf,
  comparisons,
  type Offer,
  type SegmentWords,
  subjectChoices,
  subjectOf,
} from "../_editor/condition-choices";

type Reading = { offer: Offer; locale: string; t: SegmentWords };

function figureWords(figure: PlainFigure, value: number, { locale, t }: Reading): string {
  if (figure === "behaviour" || figure === "attitude") return formatScore(value, locale);
  if (figure === "shareOfWallet") return formatPercent(value, locale);
  const number = formatNumber(value, locale, Number.isInteger(value) ? 0 : 1);
  const hasUnit = figure === "monthsSinceOrder" || figure === "daysToDecision";
  return hasUnit ? `${number} ${t(`units.${figure}`)}` : number;
}

function boundsWords<T>(
  least: T | null,
  most: T | null,
  { t }: Reading,
  say: (value: T) => string,
): string {
  if (least === null) return most === null ? "" : t("words.atMost", { most: say(most) });
  if (most === null) return t("words.atLeast", { least: say(least) });
  return t("words.between", { least: say(least), most: say(most) });
}

function listed(values: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(values);
}

function valueWords(condition: SegmentCondition, reading: Reading): string {
  const { offer, locale, t } = reading;
  switch (condition.kind) {
    case "text": {
      const known = offer.fields.find(({ field }) => field === condition.field)?.values ?? [];
      const labels = condition.is.map((is) => known.find(({ value }) => value === is)?.label ?? is);
      return listed(labels, locale);
    }
    case "attribute":
      return listed(condition.is, locale);
    case "ownsProductType": {
      const names = new Map(offer.productTypes.map(({ id, name }) => [id, name]));
      return listed(
        condition.productTypeIds.map((id) => names.get(id) ?? t("words.gone")),
        locale,
      );
    }
    case "loyalty":
      return listed(
        condition.is.map((word) => t(`loyalty.${word}`)),
        locale,
      );
    case "hearing":
      return listed(
        condition.is.map((word) => t(`hearing.${word}`)),
        locale,
      );
    case "nameContains":
      return condition.text;
    case "customerSince":
      return t(condition.from === null ? "words.before" : "words.since", {
        from: condition.from === null ? "" : formatDay(condition.from, locale),
        until: condition.until === null ? "" : formatDay(condition.until, locale),
        hasEnd: condition.until === null ? "no" : "yes",
      });
    case "figure":
      return boundsWords(condition.atLeast, condition.atMost, reading, (value) =>
        figureWords(condition.figure, value, reading),
      );
    case "runningRevenue": {
      const { atLeastMinor, atMostMinor, currency } = condition;
      const money = onOneScale({ locale, currency }, [atLeastMinor, atMostMinor]);
      return boundsWords(atLeastMinor, atMostMinor, reading, (minor) => formatMoney(minor, money));
    }
    case "recorded":
    case "hasContract":
    case "figureKnown":
      return "";
  }
}

/** "Country is one of DK or SE", "Attitude is at most .45" */
export function conditionWords(
  condition: SegmentCondition,
  isNegated: boolean,
  reading: Reading,
): string {
  const { offer, t } = reading;
  const subject = subjectOf(condition);
  const comparison = comparisonOf(condition, isNegated);
  const choices = subjectChoices(offer, t).flatMap(({ options }) => options);
  const label = choices.find(({ value }) => value === subject)?.label ?? subject.split(":").at(-1);
  const compares = comparisons(condition, t).find(({ value }) => value === comparison)?.label;
  return [label, compares, valueWords(condition, reading)].filter(Boolean).join(" ");
}
