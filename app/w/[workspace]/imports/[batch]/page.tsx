import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { ImportState } from "@/lib/imports/batch";
import { AutoRefresh } from "./auto-refresh";
import { CheckedImport } from "./checked-import";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import { loadImportPage } from "./load-page";
import { OldNumber } from "./old-number";
import { RejectedRows, rejectedOf } from "./rejected-rows";
import { titleOf } from "./title-of";
import { KeptRows, UndoImport } from "./undo-import";

const WORKING: readonly ImportState[] = ["uploading", "checking", "queued", "running", "undoing"];

type Props = {
  params: Promise<{ workspace: string; batch: string }>;
  searchParams: Promise<{ page?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, batch } = await params;
  const { view } = await loadImportPage(workspace, batch, (await searchParams).page);
  const t = await getTranslations("imports");
  return { title: t("titles.import", { file: view.import.fileName }) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { workspace, batch } = await params;
  const { ctx, view } = await loadImportPage(workspace, batch, (await searchParams).page);
  const home = `/w/${workspace}/imports`;
  const { state, kind, via, source, fileName: file } = view.import;
  const t = await getTranslations("imports");
  if (state === "ready") redirect(`${home}/${batch}/columns`);
  const isWorking = WORKING.includes(state);
  const isChecked = state === "checked";
  const more = view.canImport && !isWorking && !isChecked;
  return (
    <>
      <PageHeader
        title={titleOf(view.import, ctx.locale)}
        parts={t(via === "api" ? "titles.fromApi" : "titles.from", {
          kind: t(`kinds.${kind}.label`),
          file,
        })}
        crumbs={[{ label: t("title"), href: home }]}
        actions={more ? <LinkButton href={`${home}/new`}>{t("another")}</LinkButton> : null}
      />
      <div className="flex flex-col gap-4">
        {isWorking ? <ImportProgress view={view.import} locale={ctx.locale} /> : null}
        {isWorking ? (
          <AutoRefresh everyMs={1_500} href={`${home}/${batch}`} label={t("lookAgain")} />
        ) : null}
        {isChecked ? (
          <CheckedImport view={view} workspace={workspace} home={home} locale={ctx.locale} />
        ) : null}
        {isWorking || isChecked ? null : (
          <ImportResult view={view.import} locale={ctx.locale} workspace={workspace} />
        )}
        {state === "done" && kind === "answers" ? <OldNumber ctx={ctx} source={source} /> : null}
        <KeptRows kept={view.kept} />
        {view.canUndo && view.canImport ? (
          <UndoImport workspace={workspace} batchId={batch} />
        ) : null}
        {rejectedOf(view.import) > 0 ? (
          <RejectedRows
            view={view}
            home={`${home}/${batch}`}
            download={`/api/w/${workspace}/imports/${batch}/rejected`}
            upload={view.canImport ? `${home}/new?${new URLSearchParams({ kind, source })}` : null}
          />
        ) : null}
      </div>
    </>
  );
}
