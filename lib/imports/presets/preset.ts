import type { ImportKindName } from "../kinds/import-kind";
import type { ImportMapping } from "../mapping/mapping";

/** A mapping for a known export: taken where the file has all of `headers`. */
export type MappingPreset = {
  name: string;
  kind: ImportKindName;
  headers: readonly string[];
  mapping: ImportMapping;
};
