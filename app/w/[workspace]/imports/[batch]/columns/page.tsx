import type { Metadata } from "next";
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
import { StartButtons } from "./start-buttons";
import { Trial } from "./trial";

type Props = { params: Promise<{ workspace: string; batch: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, batch } = await params;
  const { view } = await loadColumnsPage(workspace, batch);
  return { title: `Columns of ${view.fileName}` };
}

export default async function ColumnsPage({ params }: Props) {
  const { workspace, batch } = await params;
  const { ctx, view } = await loadColumnsPage(workspace, batch);
  const home = `/w/${workspace}/imports`;
  const form = JSON.stringify([view.mapping, view.encoding, view.delimiter]);
  return (
    <>
      <PageHeader
        title="Which column is what?"
        parts={`${view.kindLabel} from ${view.fileName}`}
        crumbs={[{ label: "Import data", href: home }]}
      />
      <ActionForm key={form} action={columnsAction} workspace={workspace} keepsValues>
        <input type="hidden" name="batchId" value={batch} />
        <Trial view={view} locale={ctx.locale} />
        <ColumnFields view={view} />
        <FileForm view={view} />
        <StartButtons trial={view.trial} />
      </ActionForm>
      <Card id="rows" title="First rows as they stand in the file" className="mt-4">
        <FirstRows view={view} />
      </Card>
      <ActionForm action={discardAction} workspace={workspace} className="mt-4">
        <input type="hidden" name="batchId" value={batch} />
        <div>
          <ConfirmButton
            label="Discard this file"
            question="Discard the uploaded file?"
            size="small"
          >
            Nothing of it has been imported. The file is removed here; yours stays where it is.
          </ConfirmButton>
        </div>
      </ActionForm>
    </>
  );
}
