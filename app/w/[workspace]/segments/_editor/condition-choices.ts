import type { SegmentEditorDto } from "@/lib/segments/segment.types";
import type { SegmentCondition, TextField } from "@/lib/segments/segment-rules";

/** Everything a condition may compare, as the editor offers it. */
export type Offer = Pick<SegmentEditorDto, "fields" | "attributes" | "productTypes">;
export type Choice = { value: string; label: string };

/** What a condition looks at, as one word for the select: "text:country", "attribute:Segment". */
export function subjectOf(condition: SegmentCondition): string {
  if (condition.kind === "text" || condition.kind === "recorded") return `text:${condition.field}`;
  if (condition.kind === "attribute") return `attribute:${condition.key}`;
  return condition.kind;
}

export function subjectChoices(offer: Offer): { label: string; options: Choice[] }[] {
  const about = [
    { value: "nameContains", label: "Name" },
    ...offer.fields.map(({ field, label }) => ({ value: `text:${field}`, label })),
    { value: "customerSince", label: "Customer since" },
  ];
  const buying = [
    { value: "hasContract", label: "Contract" },
    { value: "ownsProductType", label: "Product type" },
  ];
  const own = offer.attributes.map(({ key }) => ({ value: `attribute:${key}`, label: key }));
  const groups = [
    { label: "About the account", options: about },
    { label: "What it buys", options: buying },
  ];
  return own.length > 0 ? [...groups, { label: "Your own attributes", options: own }] : groups;
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
export function comparisons(condition: SegmentCondition): Choice[] {
  const pair = (yes: string, no: string) => [
    { value: "is", label: yes },
    { value: "isNot", label: no },
  ];
  switch (condition.kind) {
    case "text":
    case "recorded":
      return [
        ...pair("is one of", "is none of"),
        { value: "recorded", label: "is recorded" },
        { value: "notRecorded", label: "is not recorded" },
      ];
    case "attribute":
      return pair("is one of", "is none of");
    case "nameContains":
      return pair("contains", "does not contain");
    case "customerSince":
      return pair("lies", "does not lie");
    case "hasContract":
      return pair("runs", "does not run");
    case "ownsProductType":
      return pair("bought, one of", "bought none of");
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
export function valueChoices(condition: ListCondition, offer: Offer): Choice[] {
  const counted = (label: string, accounts: number) => `${label} (${accounts})`;
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
