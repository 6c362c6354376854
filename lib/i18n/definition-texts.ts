import da from "./definitions/da.json" with { type: "json" };
import fi from "./definitions/fi.json" with { type: "json" };
import nb from "./definitions/nb.json" with { type: "json" };
import sv from "./definitions/sv.json" with { type: "json" };
import type { Language } from "./languages";

export type DefinitionTexts = {
  name: string;
  question: string;
  formula: string;
  example: string;
  liesWhen: string;
};

/** What each measure's definition says, by the measure's key; the formulas themselves hold the English. */
export const DEFINITION_TEXTS: Record<
  Exclude<Language, "en">,
  Readonly<Record<string, DefinitionTexts>>
> = { da, sv, nb, fi };
