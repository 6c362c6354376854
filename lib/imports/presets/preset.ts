import type { ImportKind, ImportKindName } from "../kinds/import-kind";
import { guessFormats, type Sample } from "../mapping/guess-mapping";
import { type ImportMapping, mapsType } from "../mapping/mapping";
import { plainName } from "../mapping/plain-name";

/** A file of another system: how it is recognised and which of its columns is what. */
export type MappingPreset = {
  /** In addresses, and where its name stands among the words. */
  key: PresetKey;
  kind: ImportKindName;
  /** Of each group one column is in the file; names as `plainName` makes them. */
  needs: readonly (readonly string[])[];
  /** By field, the names of its column; the first that is in the file counts. */
  columns: Readonly<Record<string, readonly string[]>>;
  attributes?: readonly string[];
  /** What all its files have in common; else the file's own cells say it. */
  always?: Pick<ImportMapping, "numberFormat" | "dateFormat" | "currency">;
};

export const PRESET_KEYS = [
  "superstoreAccounts",
  "superstorePurchases",
  "delighted",
  "customerGauge",
  "npsSheet",
  "salesforceAccounts",
  "salesforceContacts",
  "salesforceDeals",
  "hubSpotAccounts",
  "hubSpotContacts",
  "hubSpotDeals",
  "dynamicsAccounts",
  "dynamicsContacts",
  "dynamicsDeals",
] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];

function columnFinder(headers: readonly string[]) {
  const byName = new Map(headers.map((header) => [plainName(header), header]));
  return (names: readonly string[]) =>
    names.map((name) => byName.get(name)).find((header) => header !== undefined);
}

export function fitsPreset(preset: MappingPreset, headers: readonly string[]): boolean {
  const find = columnFinder(headers);
  return preset.needs.every((names) => find(names) !== undefined);
}

/** The preset's mapping for this file; what the file does not settle stays open and is asked. */
export function presetMapping(
  preset: MappingPreset,
  kind: ImportKind,
  sample: Sample,
  currency: string,
): ImportMapping {
  const find = columnFinder(sample.headers);
  const columns = Object.entries(preset.columns).flatMap(([field, names]) => {
    const header = find(names);
    return header === undefined ? [] : [[field, header] as const];
  });
  const mapping: ImportMapping = {
    columns: Object.fromEntries(columns),
    attributes: (preset.attributes ?? []).flatMap((name) => find([name]) ?? []),
    numberFormat: null,
    dateFormat: null,
    termEnd: null,
    currency,
    createsAccounts: false,
    contractInvoices: null,
  };
  if (preset.always) return { ...mapping, ...preset.always };
  const formats = guessFormats(kind, mapping.columns, sample);
  if (mapsType(kind, mapping, "number")) mapping.numberFormat = formats.number.value;
  if (mapsType(kind, mapping, "date")) mapping.dateFormat = formats.date.value;
  return mapping;
}
