import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

/** What else the file may be: each is a link that fills in the columns anew. */
export function ReadAs({ view, home }: { view: ImportMappingDto; home: string }) {
  const t = useTranslations("imports");
  const { origin, otherKind } = view;
  const now = origin.from === "preset" ? origin.key : origin.from;
  const others = [...view.readAs, "guess" as const].filter((key) => key !== now);
  return (
    <>
      {otherKind ? (
        <Notice kind="warning">
          {t("trial.otherKind", {
            name: t(`presets.${otherKind.key}`),
            kind: otherKind.kindLabel.toLowerCase(),
          })}
        </Notice>
      ) : null}
      {view.readAs.length > 0 && others.length > 0 ? (
        <nav aria-label={t("trial.readAs")} className="flex flex-wrap gap-x-3 text-sm">
          <span className="text-ink-2">{t("trial.readAs")}</span>
          {others.map((key) => (
            <Link key={key} href={`${home}?as=${key}`} className="underline">
              {key === "guess" ? t("trial.byNames") : t(`presets.${key}`)}
            </Link>
          ))}
        </nav>
      ) : null}
    </>
  );
}
