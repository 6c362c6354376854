import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientWords } from "@/components/layout/client-words";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/format/date";
import { chooseLanguage } from "@/lib/i18n/languages";
import { getSurvey, type SurveyDto } from "@/lib/surveys/design/get-survey";
import { BothWaysCard } from "../../answers/held/both-ways-card";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { WaveTable } from "../../waves/wave-table";
import { archiveSurveyAction } from "../actions";
import { aboutWords, alsoAsksWords } from "../survey-words";
import { DoorsCard } from "./doors/doors-card";
import { SurveyPreview } from "./survey-preview";

type Props = { params: Promise<{ workspace: string; survey: string }> };

const load = cache(async (workspace: string, surveyId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, survey: await orNotFound(getSurvey({ ctx, input: { surveyId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, survey } = await params;
  return { title: (await load(workspace, survey)).survey.name };
}

function ArchiveForm({ workspace, survey }: { workspace: string; survey: SurveyDto }) {
  const t = useTranslations("surveys.page");
  return (
    <ActionForm
      action={archiveSurveyAction}
      workspace={workspace}
      className="items-start"
      aria-label={t("archive")}
    >
      <input type="hidden" name="surveyId" value={survey.id} />
      <ConfirmButton
        label={t("archive")}
        question={t("archiveQuestion", { name: survey.name })}
        kind="quiet"
      >
        {t("archiveNote")}
      </ConfirmButton>
    </ActionForm>
  );
}

function Actions({ workspace, survey }: { workspace: string; survey: SurveyDto }) {
  const t = useTranslations("surveys.page");
  if (!survey.isCurrent) return null;
  const path = `/w/${workspace}`;
  return (
    <>
      {survey.canWrite ? (
        <LinkButton href={`${path}/surveys/${survey.id}/change`}>{t("change")}</LinkButton>
      ) : null}
      {survey.canSend ? (
        <LinkButton kind="primary" href={`${path}/waves/new?surveyId=${survey.id}`}>
          {t("newWave")}
        </LinkButton>
      ) : null}
    </>
  );
}

export default async function SurveyPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const { ctx, survey } = await load(workspace, surveyId);
  const t = await getTranslations("surveys");
  const versions = survey.versions.map(({ version: n, createdOn }) =>
    t("page.version", { n, date: formatDay(createdOn, ctx.locale, ctx.asOf) }),
  );
  const asked = { ...survey, touchpointName: survey.touchpoint?.name ?? null };
  const parts = t("page.parts", {
    question: t(`questions.${survey.question}`),
    about: aboutWords(asked, ctx.locale),
    list: alsoAsksWords(asked, ctx.locale),
  });
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("list.title"), href: `/w/${workspace}/surveys` }]}
        title={survey.name}
        parts={parts}
        doubt={<span>{survey.isCurrent ? versions.join(", ") : t("page.archived")}</span>}
        actions={<Actions workspace={workspace} survey={survey} />}
      />
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="flex flex-col gap-4">
            <BothWaysCard
              workspace={workspace}
              figures={survey.bothWays}
              locale={ctx.locale}
              canReview={survey.canReview}
            />
            <DoorsCard workspace={workspace} survey={survey} locale={ctx.locale} asOf={ctx.asOf} />
          </div>
          <ClientWords areas={["surveys"]}>
            <SurveyPreview
              workspace={workspace}
              surveyId={survey.id}
              language={chooseLanguage(ctx.workspace.locale)}
              testTo={survey.isCurrent ? survey.testTo : null}
            />
          </ClientWords>
        </div>
        <Card id="waves" title={t("list.waves")}>
          <WaveTable workspace={workspace} waves={survey.waves} locale={ctx.locale} />
        </Card>
        {survey.canWrite && survey.isCurrent ? (
          <ArchiveForm workspace={workspace} survey={survey} />
        ) : null}
      </div>
    </>
  );
}
