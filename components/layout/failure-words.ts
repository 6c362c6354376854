import { createTranslator } from "use-intl/core";
import type { Language } from "@/lib/i18n/languages";
import da from "@/lib/i18n/staff/da/ui.json" with { type: "json" };
import en from "@/lib/i18n/staff/en/ui.json" with { type: "json" };
import fi from "@/lib/i18n/staff/fi/ui.json" with { type: "json" };
import nb from "@/lib/i18n/staff/nb/ui.json" with { type: "json" };
import sv from "@/lib/i18n/staff/sv/ui.json" with { type: "json" };

const WORDS: Record<Language, typeof en.failed> = {
  en: en.failed,
  da: da.failed,
  sv: sv.failed,
  nb: nb.failed,
  fi: fi.failed,
};

/** What is said where the server sent no words any more, so every language is at hand; these few alone. */
export function failureWords(language: Language, reference: string | undefined) {
  const t = createTranslator({ locale: language, messages: WORDS[language] });
  return {
    title: t("all"),
    next: reference ? t("allNextWithReference", { reference }) : t("allNext"),
  };
}
