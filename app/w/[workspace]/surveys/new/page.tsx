import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { chooseLanguage } from "@/lib/i18n/languages";
import { getSurveyEditor } from "@/lib/surveys/design/get-survey-editor";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SurveyBuilder } from "../_builder/survey-builder";
import { LIST_WORDS, BUILDER_WORDS as W } from "../survey-words";

export const metadata: Metadata = { title: "New survey" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ touchpoint?: string | string[] }>;
};

export default async function NewSurveyPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { touchpoint } = await searchParams;
  const ctx = await pageCtx(workspace);
  const editor = await orNotFound(getSurveyEditor({ ctx, input: { touchpointId: touchpoint } }));
  return (
    <>
      <PageHeader
        crumbs={[{ label: LIST_WORDS.title, href: `/w/${workspace}/surveys` }]}
        title={W.newTitle}
        parts={W.newParts}
      />
      <SurveyBuilder
        workspace={workspace}
        start={editor.start}
        touchpoints={editor.touchpoints}
        language={chooseLanguage(ctx.workspace.locale)}
      />
    </>
  );
}
