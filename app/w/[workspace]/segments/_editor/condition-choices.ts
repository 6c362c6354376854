import type { useTranslations } from "next-intl";
import type { SegmentEditorDto } from "@/lib/segments/segment.types";
import type { SegmentCondition, TextField } from "@/lib/segments/segment-rules";

/** Everything a condition may compare, as the editor offers it. */
export type Offer = Pick<SegmentEditorDto, "fields" | "attributes" | "productTypes">;
export type Choice = { value: string; label: string };
/** The words of the area, from the component: this runs in the browser. */
export type SegmentWords = ReturnType<typeof useTranslations<"segments">>;

/** What a condition looks at, as one word for the select: "text:country", "attribute:Segment". */
export function subjectOf(condition: SegmentCondition): string {
  if (condition.kind === "text" || condition.kind === "recorded") return `text:${condition.field}`;
  if (condition.kind === "attribute") return `attribute:${condition.key}`;
  return condition.kind;
}

export function subjectChoices(
  offer: Offer,
  t: SegmentWords,
): { label: string; options: Choice[] }[] {
  const about = [
    { value: "nameContains", label: t("fields.name") },
    ...offer.fields.map(({ field, label }) => ({ value: `text:${field}`, label })),
    { value: "customerSince", label: t("condition.customerSince") },
  ];
  const buying = [
    { value: "hasContract", label: t("condition.hasContract") },
    { value: "ownsProductType", label: t("condition.ownsProductType") },
  ];
  const own = offer.attributes.map(({ key }) => ({ value: `attribute:${key}`, label: key }));
  const groups = [
    { label: t("condition.about"), options: about },
    { label: t("condition.buying"), options: buying },
  ];
  return own.length > 0 ? [...groups, { label: t("condition.own"), options: own }] : groups;
}

/** An empty condition on a subject. */
export function conditionOn(subject: string): SegmentCondition {
  const [kind = "", ...rest] = subject.split(":");
  const name = rest.join(":");
  switch (kind) {
    case "text":
      return { kind: "text", field: name as TextField, is: [] };
    case "attribute":
      return { kind: "attribute", key: name, is: [] };
    case "customerSince":
      return { kind: "customerSince", from: null, until: null };
    case "hasContract":
      return { kind: "hasContract" };
    case "ownsProductType":
      return { kind: "ownsProductType", productTypeIds: [] };
    default:
      return { kind: "nameContains", text: "" };
  }
}

/** How it compares: the plain word and its opposite, and for fields "is recorded". */
export function comparisons(condition: SegmentCondition, t: SegmentWords): Choice[] {
  const pair = (yes: string, no: string) => [
    { value: "is", label: yes },
    { value: "isNot", label: no },
  ];
  switch (condition.kind) {
    case "text":
    case "recorded":
      return [
        ...pair(t("condition.isOneOf"), t("condition.isNoneOf")),
        { value: "recorded", label: t("condition.isRecorded") },
        { value: "notRecorded", label: t("condition.isNotRecorded") },
      ];
    case "attribute":
      return pair(t("condition.isOneOf"), t("condition.isNoneOf"));
    case "nameContains":
      return pair(t("condition.contains"), t("condition.containsNot"));
    case "customerSince":
      return pair(t("condition.lies"), t("condition.liesNot"));
    case "hasContract":
      return pair(t("condition.runs"), t("condition.runsNot"));
    case "ownsProductType":
      return pair(t("condition.bought"), t("condition.boughtNot"));
  }
}

export function comparisonOf(condition: SegmentCondition, isNegated: boolean): string {
  if (condition.kind === "recorded") return isNegated ? "notRecorded" : "recorded";
  return isNegated ? "isNot" : "is";
}

export function withComparison(
  condition: SegmentCondition,
  comparison: string,
): { condition: SegmentCondition; isNegated: boolean } {
  const isNegated = comparison === "isNot" || comparison === "notRecorded";
  if (condition.kind !== "text" && condition.kind !== "recorded") return { condition, isNegated };
  const { field } = condition;
  const wantsRecorded = comparison === "recorded" || comparison === "notRecorded";
  if (wantsRecorded) return { condition: { kind: "recorded", field }, isNegated };
  const is = condition.kind === "text" ? condition.is : [];
  return { condition: { kind: "text", field, is }, isNegated };
}

type ListCondition = Extract<SegmentCondition, { kind: "text" | "attribute" | "ownsProductType" }>;

/** The values that occur, with how many accounts have them. */
export function valueChoices(condition: ListCondition, offer: Offer, t: SegmentWords): Choice[] {
  const counted = (value: string, count: number) => t("condition.counted", { value, count });
  if (condition.kind === "text") {
    const field = offer.fields.find((candidate) => candidate.field === condition.field);
    return (field?.values ?? []).map(({ value, label, accounts }) => ({
      value,
      label: counted(label, accounts),
    }));
  }
  if (condition.kind === "attribute") {
    const attribute = offer.attributes.find(({ key }) => key === condition.key);
    return (attribute?.values ?? []).map(({ value, accounts }) => ({
      value,
      label: counted(value, accounts),
    }));
  }
  return offer.productTypes.map(({ id, name, accounts }) => ({
    value: id,
    label: counted(name, accounts),
  }));
}

export function chosenValues(condition: ListCondition): readonly string[] {
  return condition.kind === "ownsProductType" ? condition.productTypeIds : condition.is;
}

export function withValues(condition: ListCondition, values: string[]): SegmentCondition {
  return condition.kind === "ownsProductType"
    ? { ...condition, productTypeIds: values }
    : { ...condition, is: values };
}
