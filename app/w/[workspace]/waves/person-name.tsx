import { useTranslations } from "next-intl";
import { roleWords } from "./wave-words";

type PersonNameProps = { person: { name: string | null; role: string | null }; locale: string };

export function PersonName({ person, locale }: PersonNameProps) {
  const t = useTranslations("asking");
  return (
    <span>
      <span className="font-semibold">{person.name ?? t("nameHidden")}</span>
      <span className="block text-sm text-ink-3">{roleWords(person.role, locale)}</span>
    </span>
  );
}
