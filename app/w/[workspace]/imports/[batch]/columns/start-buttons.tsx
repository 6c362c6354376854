import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

/** The first one is what Enter presses. */
export function StartButtons({ trial }: { trial: ImportMappingDto["trial"] }) {
  const t = useTranslations("imports.columns");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton name="intent" value="start" pending={t("starting")}>
        {t("check")}
      </SubmitButton>
      <SubmitButton name="intent" value="try" kind="secondary" pending={t("starting")}>
        {t("try")}
      </SubmitButton>
      {trial ? null : <span className="text-sm text-ink-3">{t("nothingYet")}</span>}
    </div>
  );
}
