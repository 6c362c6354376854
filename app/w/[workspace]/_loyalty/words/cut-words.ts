import type { StaffMessages } from "@/lib/i18n/staff/en/all";
import { staffWords } from "@/lib/i18n/staff-words";
import type { CutDto } from "@/lib/loyalty/figures.types";

type Told = keyof StaffMessages["loyalty"]["cuts"]["labels"];

/** What is read after "if"; a convention without words of ours says it in those of its formula. */
export function cutWords({ key, label }: Pick<CutDto, "key" | "label">, locale: string): string {
  const t = staffWords(locale, "loyalty");
  const told = `cuts.labels.${key as Told}` as const;
  return t.has(told) ? t(told) : label;
}
