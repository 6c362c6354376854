import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { chooseLanguage } from "@/lib/i18n/languages";
import { getSurveyEditor } from "@/lib/surveys/design/get-survey-editor";
import { orNotFound } from "../../../or-not-found";
import { pageCtx } from "../../../page-ctx";
import { SurveyBuilder } from "../../_builder/survey-builder";
import { LIST_WORDS, BUILDER_WORDS as W } from "../../survey-words";

export const metadata: Metadata = { title: "Change survey" };

type Props = { params: Promise<{ workspace: string; survey: string }> };

export default async function ChangeSurveyPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const ctx = await pageCtx(workspace);
  const { start, touchpoints } = await orNotFound(getSurveyEditor({ ctx, input: { surveyId } }));
  const path = `/w/${workspace}/surveys`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: LIST_WORDS.title, href: path },
          { label: start.name, href: `${path}/${surveyId}` },
        ]}
        title={W.changeTitle(start.name)}
        parts={start.isAsked ? W.changeNew : W.changeInPlace}
      />
      <SurveyBuilder
        workspace={workspace}
        start={start}
        touchpoints={touchpoints}
        language={chooseLanguage(ctx.workspace.locale)}
      />
    </>
  );
}
