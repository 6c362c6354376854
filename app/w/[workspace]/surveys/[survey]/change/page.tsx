import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { PageHeader } from "@/components/ui/page-header";
import { chooseLanguage } from "@/lib/i18n/languages";
import { getSurveyEditor } from "@/lib/surveys/design/get-survey-editor";
import { orNotFound } from "../../../or-not-found";
import { pageCtx } from "../../../page-ctx";
import { SurveyBuilder } from "../../_builder/survey-builder";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys.builder"))("changePage") };
}

type Props = { params: Promise<{ workspace: string; survey: string }> };

export default async function ChangeSurveyPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const ctx = await pageCtx(workspace);
  const { start, touchpoints } = await orNotFound(getSurveyEditor({ ctx, input: { surveyId } }));
  const t = await getTranslations("surveys");
  const path = `/w/${workspace}/surveys`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("list.title"), href: path },
          { label: start.name, href: `${path}/${surveyId}` },
        ]}
        title={t("builder.changeTitle", { name: start.name })}
        parts={start.isAsked ? t("builder.changeNew") : t("builder.changeInPlace")}
      />
      <ClientWords areas={["surveys"]}>
        <SurveyBuilder
          workspace={workspace}
          start={start}
          touchpoints={touchpoints}
          language={chooseLanguage(ctx.workspace.locale)}
        />
      </ClientWords>
    </>
  );
}
