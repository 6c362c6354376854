import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

type Props = { language: Language; onChange: (language: Language) => void };

/** Outside every form: what is looked at is not part of what is saved. */
export function LanguageField({ language, onChange }: Props) {
  const t = useTranslations("surveys");
  return (
    <Select
      aria-label={t("preview.language")}
      value={language}
      onChange={(event) => onChange(event.currentTarget.value as Language)}
      options={LANGUAGES.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
      className="w-36"
    />
  );
}
