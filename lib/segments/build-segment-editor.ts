import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { buildSegment } from "./build-segment";
import type { SegmentRow } from "./load-segments";
import type { SegmentSubject } from "./match-rule";
import type { SegmentEditorDto, SegmentFieldDto } from "./segment.types";
import type { TextField } from "./segment-rules";
import { subjectOf } from "./select-units";

const LABELS: Record<Exclude<TextField, "name">, string> = {
  country: "Country",
  region: "Region",
  industry: "Industry",
  sizeBand: "Size band",
  currency: "Currency",
  owner: "Owner",
  acquiredBy: "Won by",
};

const ACQUIRED_BY: Record<string, string> = {
  referral: "Referral",
  repeat_person: "Person who knew us",
  inbound: "Came by themselves",
  bought: "Bought (advertising, agency)",
  unknown: "Not known",
};

function countValues(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function byLabel(a: { label: string }, b: { label: string }): number {
  return a.label.localeCompare(b.label, "en");
}

function fieldOf(
  field: Exclude<TextField, "name">,
  subjects: readonly SegmentSubject[],
  facts: WorkspaceFacts,
): SegmentFieldDto {
  const counts = countValues(subjects.map((subject) => subject.text[field]));
  const labelOf = (value: string) => {
    if (field === "owner") return facts.employees.get(value)?.name ?? "Somebody who left";
    return field === "acquiredBy" ? (ACQUIRED_BY[value] ?? value) : value;
  };
  const values = [...counts].map(([value, accounts]) => ({
    value,
    label: labelOf(value),
    accounts,
  }));
  const recorded = values.reduce((sum, { accounts }) => sum + accounts, 0);
  return {
    field,
    label: LABELS[field],
    values: values.sort(byLabel),
    notRecorded: subjects.length - recorded,
  };
}

function attributesOf(subjects: readonly SegmentSubject[]): SegmentEditorDto["attributes"] {
  const keys = [...new Set(subjects.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  return keys.map((key) => {
    const counts = countValues(subjects.map(({ attributes }) => attributes[key] ?? null));
    const values = [...counts].map(([value, accounts]) => ({ value, label: value, accounts }));
    return {
      key,
      values: values.sort(byLabel).map(({ value, accounts }) => ({ value, accounts })),
    };
  });
}

export function buildEditor(
  facts: WorkspaceFacts,
  row: SegmentRow | null,
  asOfDay: number,
  currency: string,
): SegmentEditorDto {
  const subjects = facts.units.map((unit) => subjectOf(unit, facts, asOfDay));
  const fields = Object.keys(LABELS) as Exclude<TextField, "name">[];
  return {
    currency,
    segment: row ? buildSegment(facts, row, asOfDay) : null,
    fields: fields.map((field) => fieldOf(field, subjects, facts)),
    attributes: attributesOf(subjects),
    productTypes: [...facts.productTypes.values()].map(({ id, name }) => ({
      id,
      name,
      accounts: subjects.filter((subject) => subject.productTypeIds.has(id)).length,
    })),
    allAccounts: subjects.length,
  };
}
