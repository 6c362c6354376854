import type { Metadata } from "next";
import { cache } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/format/date";
import { getSurvey, type SurveyDto } from "@/lib/surveys/design/get-survey";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { WaveTable } from "../../waves/wave-table";
import { archiveSurveyAction, changeSurveyAction } from "../actions";
import { SurveyFields } from "../survey-fields";
import { aboutWords, alsoAsksWords, QUESTION_WORDS } from "../survey-words";
import { QuestionPreview } from "./question-preview";

type Props = { params: Promise<{ workspace: string; survey: string }> };

const load = cache(async (workspace: string, surveyId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, survey: await orNotFound(getSurvey({ ctx, input: { surveyId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, survey } = await params;
  return { title: (await load(workspace, survey)).survey.name };
}

function ChangeForm({ workspace, survey }: { workspace: string; survey: SurveyDto }) {
  return (
    <Card
      id="change"
      title="Change this survey"
      note="A new version is made. Open waves and earlier answers keep the version they were asked with."
    >
      <ActionForm
        action={changeSurveyAction}
        workspace={workspace}
        className="max-w-2xl"
        aria-label="Change this survey"
      >
        <input type="hidden" name="surveyId" value={survey.id} />
        <SurveyFields survey={survey} />
        <div>
          <SubmitButton kind="secondary" pending="Saving…">
            Save as version {survey.version + 1}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function ArchiveForm({ workspace, survey }: { workspace: string; survey: SurveyDto }) {
  return (
    <ActionForm
      action={archiveSurveyAction}
      workspace={workspace}
      className="items-start"
      aria-label="Archive survey"
    >
      <input type="hidden" name="surveyId" value={survey.id} />
      <ConfirmButton label="Archive survey" question={`Archive “${survey.name}”?`} kind="quiet">
        No new wave can be sent from it. Open waves go on, and all answers stay.
      </ConfirmButton>
    </ActionForm>
  );
}

export default async function SurveyPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const { ctx, survey } = await load(workspace, surveyId);
  const versions = survey.versions.map(
    (v) => `version ${v.version} of ${formatDay(v.createdOn, ctx.locale, ctx.asOf)}`,
  );
  const isOpen = survey.isCurrent;
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Surveys", href: `/w/${workspace}/surveys` }]}
        title={survey.name}
        parts={`${QUESTION_WORDS[survey.question]}. ${aboutWords(survey)}. Asks also: ${alsoAsksWords(survey)}.`}
        doubt={<span>{isOpen ? versions.join(", ") : "Archived: no new wave can be sent."}</span>}
        actions={
          survey.canSend && isOpen ? (
            <LinkButton kind="primary" href={`/w/${workspace}/waves/new?surveyId=${survey.id}`}>
              New wave
            </LinkButton>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        <Card id="question" title="As the people asked see it">
          <QuestionPreview question={survey.preview} />
        </Card>
        <Card id="waves" title="Waves">
          <WaveTable workspace={workspace} waves={survey.waves} locale={ctx.locale} />
        </Card>
        {survey.canWrite && isOpen ? (
          <>
            <ChangeForm workspace={workspace} survey={survey} />
            <ArchiveForm workspace={workspace} survey={survey} />
          </>
        ) : null}
      </div>
    </>
  );
}
