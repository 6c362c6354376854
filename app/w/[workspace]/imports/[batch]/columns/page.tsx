import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { PageHeader } from "@/components/ui/page-header";
import { discardAction } from "../actions";
import { columnsAction } from "./actions";
import { ColumnFields } from "./column-fields";
import { FileForm } from "./file-form";
import { FirstRows } from "./first-rows";
import { loadColumnsPage } from "./load-page";
import { ReadAs } from "./read-as";
import { StartButtons } from "./start-buttons";
import { Trial } from "./trial";

type Props = {
  params: Promise<{ workspace: string; batch: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
};

async function load({ params, searchParams }: Props) {
  const { workspace, batch } = await params;
  const { as } = await searchParams;
  return loadColumnsPage(workspace, batch, typeof as === "string" ? as : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  const t = await getTranslations("imports");
  return { title: t("titles.columns", { file: view.fileName }) };
}

export default async function ColumnsPage(props: Props) {
  const { workspace, batch } = await props.params;
  const { ctx, view } = await load(props);
  const home = `/w/${workspace}/imports`;
  const t = await getTranslations("imports");
  const form = JSON.stringify([view.mapping, view.encoding, view.delimiter]);
  return (
    <>
      <PageHeader
        title={t("columns.title")}
        parts={t("titles.from", { kind: view.kindLabel, file: view.fileName })}
        crumbs={[{ label: t("title"), href: home }]}
      />
      <ActionForm key={form} action={columnsAction} workspace={workspace} keepsValues>
        <input type="hidden" name="batchId" value={batch} />
        <input type="hidden" name="contractInvoices" value={view.mapping.contractInvoices ?? ""} />
        <Trial view={view} locale={ctx.locale} />
        <ReadAs view={view} home={`${home}/${batch}/columns`} />
        <ColumnFields view={view} />
        <FileForm view={view} />
        <StartButtons trial={view.trial} />
      </ActionForm>
      <Card id="rows" title={t("columns.firstRows")} className="mt-4">
        <FirstRows view={view} />
      </Card>
      <ActionForm action={discardAction} workspace={workspace} className="mt-4">
        <input type="hidden" name="batchId" value={batch} />
        <div>
          <ConfirmButton
            label={t("columns.discard")}
            question={t("columns.discardQuestion")}
            size="small"
          >
            {t("columns.discardMeaning")}
          </ConfirmButton>
        </div>
      </ActionForm>
    </>
  );
}
