import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getNewImport } from "@/lib/imports/get-new-import";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { UploadForm } from "./upload-form";
import { uploadProblem, uploadSentences } from "./upload-problem";

export const metadata: Metadata = { title: "Import a file" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ problem?: string; kind?: string }>;
};

export default async function NewImportPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { problem, kind } = await searchParams;
  const ctx = await pageCtx(workspace);
  const view = await orNotFound(getNewImport({ ctx }));
  return (
    <>
      <PageHeader
        title="Import a file"
        parts="A CSV file of any size. Nothing is written before you have seen how it is read."
        crumbs={[{ label: "Import data", href: `/w/${workspace}/imports` }]}
      />
      <Card className="max-w-2xl">
        <UploadForm
          workspace={workspace}
          view={view}
          kind={kind ?? "accounts"}
          sentences={uploadSentences(ctx.locale)}
          problem={uploadProblem(problem, ctx.locale)}
        />
      </Card>
    </>
  );
}
