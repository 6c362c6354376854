import { Select } from "@/components/ui/select";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { LANGUAGE_WORDS, PREVIEW_WORDS as W } from "../survey-words";

type Props = { language: Language; onChange: (language: Language) => void };

/** Outside every form: what is looked at is not part of what is saved. */
export function LanguageField({ language, onChange }: Props) {
  return (
    <Select
      aria-label={W.language}
      value={language}
      onChange={(event) => onChange(event.currentTarget.value as Language)}
      options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_WORDS[one] }))}
      className="w-36"
    />
  );
}
