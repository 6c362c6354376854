import type { FieldDefinition } from "./import-kind";

type More = { isRequired?: boolean; type?: FieldDefinition["type"] };

/** `names`: column names it is known by, in lower case, split by commas. */
export function field(
  key: string,
  label: string,
  help: string,
  names: string,
  more: More = {},
): FieldDefinition {
  const synonyms = names.split(",").map((name) => name.trim());
  return { key, label, help, synonyms, isRequired: false, type: "text", ...more };
}
