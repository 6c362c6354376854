import type { Ctx } from "@/lib/auth/ctx";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { countryName } from "@/lib/format/country-name";
import { staffWords } from "@/lib/i18n/staff-words";
import { buildSegment } from "./build-segment";
import type { SegmentRow } from "./load-segments";
import type { SegmentSubject } from "./match-rule";
import type { SegmentEditorDto, SegmentFieldDto } from "./segment.types";
import { HEARING_WORDS, LOYALTY_WORDS } from "./segment-figures";
import { TEXT_FIELDS, type TextField } from "./segment-rules";
import { subjectOf } from "./select-units";

const FIELDS = TEXT_FIELDS.filter((field) => field !== "name");
const ACQUIRED_BY = ["referral", "repeat_person", "inbound", "bought", "unknown"] as const;

function countValues(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

type ByName = (a: string, b: string) => number;

function labelOf(field: TextField, value: string, facts: WorkspaceFacts, locale: string): string {
  const t = staffWords(locale, "segments");
  if (field === "owner") return facts.employees.get(value)?.name ?? t("somebodyWhoLeft");
  if (field === "country") return countryName(value, locale);
  const source = ACQUIRED_BY.find((known) => field === "acquiredBy" && known === value);
  return source ? t(`acquiredBy.${source}`) : value;
}

function fieldOf(
  field: (typeof FIELDS)[number],
  subjects: readonly SegmentSubject[],
  facts: WorkspaceFacts,
  locale: string,
): SegmentFieldDto {
  const { compare } = new Intl.Collator(locale);
  const counts = countValues(subjects.map((subject) => subject.text[field]));
  const values = [...counts].map(([value, accounts]) => ({
    value,
    label: labelOf(field, value, facts, locale),
    accounts,
  }));
  const recorded = values.reduce((sum, { accounts }) => sum + accounts, 0);
  return {
    field,
    label: staffWords(locale, "segments")(`fields.${field}`),
    values: values.sort((a, b) => compare(a.label, b.label)),
    notRecorded: subjects.length - recorded,
  };
}

function attributesOf(
  subjects: readonly SegmentSubject[],
  compare: ByName,
): SegmentEditorDto["attributes"] {
  const keys = new Set(subjects.flatMap(({ attributes }) => Object.keys(attributes)));
  return [...keys].sort(compare).map((key) => {
    const counts = countValues(subjects.map(({ attributes }) => attributes[key] ?? null));
    const values = [...counts].map(([value, accounts]) => ({ value, accounts }));
    return { key, values: values.sort((a, b) => compare(a.value, b.value)) };
  });
}

export function buildEditor(
  facts: WorkspaceFacts,
  row: SegmentRow | null,
  { asOf, workspace: { currency }, locale }: Pick<Ctx, "asOf" | "workspace" | "locale">,
): SegmentEditorDto {
  const asOfDay = dayNumber(asOf);
  const { compare } = new Intl.Collator(locale);
  const subjects = facts.units.map((unit) => subjectOf(unit, facts, asOfDay));
  return {
    currency,
    segment: row ? buildSegment(facts, row, asOfDay) : null,
    draft: null,
    fields: FIELDS.map((field) => fieldOf(field, subjects, facts, locale)),
    attributes: attributesOf(subjects, compare),
    productTypes: [...facts.productTypes.values()]
      .sort((a, b) => compare(a.name, b.name))
      .map(({ id, name }) => ({
        id,
        name,
        accounts: subjects.filter((subject) => subject.productTypeIds.has(id)).length,
      })),
    loyalty: LOYALTY_WORDS.map((value) => ({
      value,
      accounts: subjects.filter((subject) => subject.loyalty.includes(value)).length,
    })),
    hearing: HEARING_WORDS.map((value) => ({
      value,
      accounts: subjects.filter((subject) => subject.hearing === value).length,
    })),
    allAccounts: subjects.length,
  };
}
