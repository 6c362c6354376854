import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/format/number";
import type { ImportDto } from "@/lib/imports/load-import";
import { Counts } from "./counts";
import { ImportNotes } from "./import-notes";

type ResultProps = { view: ImportDto; locale: string; workspace: string };

function countsOf(view: ImportDto) {
  return [
    { label: "New", value: view.rowsNew, hint: "Not seen before" },
    { label: "Changed", value: view.rowsChanged, hint: "Here already, with other values" },
    { label: "Unchanged", value: view.rowsUnchanged, hint: "Here already, the same" },
    { label: "Rejected", value: view.rowsRejected, hint: "Not written; see below" },
  ];
}

/** What came of an import. */
export function ImportResult({ view, locale, workspace }: ResultProps) {
  const hasRows = view.state === "done" || view.rowsDone > 0;
  return (
    <>
      {view.message ? (
        <Notice kind={view.state === "failed" ? "error" : "info"}>{view.message}</Notice>
      ) : null}
      {hasRows ? (
        <Card id="counts" title={`${formatNumber(view.rowsDone, locale)} rows read`}>
          <Counts counts={countsOf(view)} locale={locale} />
          <ImportNotes notes={view.notes} locale={locale} />
          <p className="mt-4 text-ink-2">
            Figures follow within moments.{" "}
            <Link href={`/w/${workspace}/overview`} className="text-accent underline">
              To the overview
            </Link>
          </p>
        </Card>
      ) : null}
    </>
  );
}
