import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ImportDto } from "@/lib/imports/load-import";
import { Counts } from "./counts";
import { ImportNotes } from "./import-notes";

type ResultProps = { view: ImportDto; locale: string; workspace: string };

function ResultCounts({ view, locale }: Pick<ResultProps, "view" | "locale">) {
  const t = useTranslations("imports.counts");
  const counts = [
    { label: t("new"), value: view.rowsNew, hint: t("newHint") },
    { label: t("changed"), value: view.rowsChanged, hint: t("changedHint") },
    { label: t("unchanged"), value: view.rowsUnchanged, hint: t("unchangedHint") },
    { label: t("rejected"), value: view.rowsRejected, hint: t("rejectedHint") },
  ];
  return <Counts counts={counts} locale={locale} />;
}

/** What came of an import. */
export function ImportResult({ view, locale, workspace }: ResultProps) {
  const t = useTranslations("imports.counts");
  const hasRows = view.state === "done" || view.rowsDone > 0;
  return (
    <>
      {view.message ? (
        <Notice kind={view.state === "failed" ? "error" : "info"}>{view.message}</Notice>
      ) : null}
      {hasRows ? (
        <Card id="counts" title={t("read", { count: view.rowsDone })}>
          <ResultCounts view={view} locale={locale} />
          <ImportNotes notes={view.notes} />
          <p className="mt-4 text-ink-2">
            {t.rich("figures", {
              link: (words) => (
                <Link href={`/w/${workspace}/overview`} className="text-accent underline">
                  {words}
                </Link>
              ),
            })}
          </p>
          {view.kind === "contacts" ? (
            <p className="mt-2">
              <Link href={`/w/${workspace}/accounts/roles`} className="text-accent underline">
                {t("roles")}
              </Link>
            </p>
          ) : null}
        </Card>
      ) : null}
    </>
  );
}
