import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { PageHeader } from "@/components/ui/page-header";
import { chooseLanguage } from "@/lib/i18n/languages";
import { getSurveyEditor } from "@/lib/surveys/design/get-survey-editor";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SurveyBuilder } from "../_builder/survey-builder";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys.builder"))("newTitle") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ touchpoint?: string | string[] }>;
};

export default async function NewSurveyPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { touchpoint } = await searchParams;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("surveys");
  const editor = await orNotFound(getSurveyEditor({ ctx, input: { touchpointId: touchpoint } }));
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("list.title"), href: `/w/${workspace}/surveys` }]}
        title={t("builder.newTitle")}
        parts={t("builder.newParts")}
      />
      <ClientWords areas={["surveys"]}>
        <SurveyBuilder
          workspace={workspace}
          start={editor.start}
          touchpoints={editor.touchpoints}
          language={chooseLanguage(ctx.workspace.locale)}
        />
      </ClientWords>
    </>
  );
}
