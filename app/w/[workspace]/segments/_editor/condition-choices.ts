import type { useTranslations } from "next-intl";
import type { SegmentEditorDto } from "@/lib/segments/segment.types";
import type { FigureName, HearingWord, LoyaltyWord } from "@/lib/segments/segment-figures";
import type { SegmentCondition, TextField } from "@/lib/segments/segment-rules";

/** Everything a condition may compare, as the editor offers it. */
export type Offer = Pick<
  SegmentEditorDto,
  "fields" | "attributes" | "productTypes" | "loyalty" | "hearing" | "currency"
>;
export type Choice = { value: string; label: string };
/** The words of the area, from the component: this runs in the browser. */
export type SegmentWords = ReturnType<typeof useTranslations<"segments">>;

const LOYALTY_FIGURES = ["behaviour", "attitude", "nps", "lastScore", "shareOfWallet"] as const;
const BUYING_FIGURES = ["runningRevenue", "monthsSinceOrder", "daysToDecision"] as const;

/** What a condition looks at, as one word for the select: "text:country", "attribute:Segment". */
export function subjectOf(condition: SegmentCondition): string {
  if (condition.kind === "text" || condition.kind === "recorded") return `text:${condition.field}`;
  if (condition.kind === "attribute") return `attribute:${condition.key}`;
  if (condition.kind === "figure" || condition.kind === "figureKnown")
    return `figure:${condition.figure}`;
  if (condition.kind === "runningRevenue") return "figure:runningRevenue";
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
  const figures = (names: readonly FigureName[]) =>
    names.map((name) => ({ value: `figure:${name}`, label: t(`figures.${name}`) }));
  const loyalty = [
    { value: "loyalty", label: t("condition.loyalty") },
    { value: "hearing", label: t("condition.hearing") },
    ...figures(LOYALTY_FIGURES),
  ];
  const buying = [
    { value: "hasContract", label: t("condition.hasContract") },
    { value: "ownsProductType", label: t("condition.ownsProductType") },
    ...figures(BUYING_FIGURES),
  ];
  const own = offer.attributes.map(({ key }) => ({ value: `attribute:${key}`, label: key }));
  const groups = [
    { label: t("condition.about"), options: about },
    { label: t("condition.loyaltyGroup"), options: loyalty },
    { label: t("condition.buying"), options: buying },
  ];
  return own.length > 0 ? [...groups, { label: t("condition.own"), options: own }] : groups;
}

function figureCondition(figure: FigureName, currency: string): SegmentCondition {
  return figure === "runningRevenue"
    ? { kind: "runningRevenue", currency, atLeastMinor: null, atMostMinor: null }
    : { kind: "figure", figure, atLeast: null, atMost: null };
}

/** An empty condition on a subject. @param currency of the workspace */
export function conditionOn(subject: string, currency: string): SegmentCondition {
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
    case "loyalty":
      return { kind: "loyalty", is: [] };
    case "hearing":
      return { kind: "hearing", is: [] };
    case "figure":
      return figureCondition(name as FigureName, currency);
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
    case "loyalty":
    case "hearing":
      return pair(t("condition.isOneOf"), t("condition.isNoneOf"));
    case "figure":
    case "runningRevenue":
    case "figureKnown":
      return [
        ...pair(t("condition.figureLies"), t("condition.figureLiesNot")),
        { value: "recorded", label: t("condition.isKnown") },
        { value: "notRecorded", label: t("condition.isNotKnown") },
      ];
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
  if (condition.kind === "recorded" || condition.kind === "figureKnown")
    return isNegated ? "notRecorded" : "recorded";
  return isNegated ? "isNot" : "is";
}

/** The same subject compared for a value, or for being there at all. */
function comparedAs(
  condition: SegmentCondition,
  wantsRecorded: boolean,
  currency: string,
): SegmentCondition {
  switch (condition.kind) {
    case "text":
      return wantsRecorded ? { kind: "recorded", field: condition.field } : condition;
    case "recorded":
      return wantsRecorded ? condition : { kind: "text", field: condition.field, is: [] };
    case "figure":
      return wantsRecorded ? { kind: "figureKnown", figure: condition.figure } : condition;
    case "runningRevenue":
      return wantsRecorded ? { kind: "figureKnown", figure: "runningRevenue" } : condition;
    case "figureKnown":
      return wantsRecorded ? condition : figureCondition(condition.figure, currency);
    default:
      return condition;
  }
}

export function withComparison(
  condition: SegmentCondition,
  comparison: string,
  currency: string,
): { condition: SegmentCondition; isNegated: boolean } {
  const isNegated = comparison === "isNot" || comparison === "notRecorded";
  const wantsRecorded = comparison === "recorded" || comparison === "notRecorded";
  return { condition: comparedAs(condition, wantsRecorded, currency), isNegated };
}

export type ListCondition = Extract<
  SegmentCondition,
  { kind: "text" | "attribute" | "ownsProductType" | "loyalty" | "hearing" }
>;

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
  if (condition.kind === "loyalty")
    return offer.loyalty.map(({ value, accounts }) => ({
      value,
      label: counted(t(`loyalty.${value}`), accounts),
    }));
  if (condition.kind === "hearing")
    return offer.hearing.map(({ value, accounts }) => ({
      value,
      label: counted(t(`hearing.${value}`), accounts),
    }));
  return offer.productTypes.map(({ id, name, accounts }) => ({
    value: id,
    label: counted(name, accounts),
  }));
}

export function chosenValues(condition: ListCondition): readonly string[] {
  return condition.kind === "ownsProductType" ? condition.productTypeIds : condition.is;
}

export function withValues(condition: ListCondition, values: string[]): SegmentCondition {
  switch (condition.kind) {
    case "ownsProductType":
      return { ...condition, productTypeIds: values };
    case "loyalty":
      return { ...condition, is: values as LoyaltyWord[] };
    case "hearing":
      return { ...condition, is: values as HearingWord[] };
    default:
      return { ...condition, is: values };
  }
}
