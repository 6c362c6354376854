import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getNewImport } from "@/lib/imports/get-new-import";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { UploadForm } from "./upload-form";
import { uploadProblem, uploadSentences } from "./upload-problem";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("upload") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ problem?: string; kind?: string; source?: string }>;
};

export default async function NewImportPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { problem, kind, source } = await searchParams;
  const ctx = await pageCtx(workspace);
  const view = await orNotFound(getNewImport({ ctx }));
  const t = await getTranslations("imports");
  return (
    <>
      <PageHeader
        title={t("upload")}
        parts={t("new.intro")}
        crumbs={[{ label: t("title"), href: `/w/${workspace}/imports` }]}
      />
      <Card className="max-w-2xl">
        <ClientWords areas={["imports"]}>
          <UploadForm
            workspace={workspace}
            view={view}
            kind={kind ?? "accounts"}
            source={source ?? view.lastSource}
            sentences={uploadSentences(ctx.locale)}
            problem={uploadProblem(problem, ctx.locale)}
          />
        </ClientWords>
      </Card>
    </>
  );
}
