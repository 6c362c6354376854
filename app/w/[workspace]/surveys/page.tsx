import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatNumber } from "@/lib/format/number";
import { listSurveys } from "@/lib/surveys/design/list-surveys";
import type { SurveySummary } from "@/lib/surveys/design/load-surveys";
import { pageCtx } from "../page-ctx";
import { createSurveyAction } from "./actions";
import { SurveyFields } from "./survey-fields";
import { aboutWords, alsoAsksWords, QUESTION_WORDS } from "./survey-words";

export const metadata: Metadata = { title: "Surveys" };

type Props = { params: Promise<{ workspace: string }> };

function columns(workspace: string, locale: string): Column<SurveySummary>[] {
  return [
    {
      key: "name",
      header: "Survey",
      isName: true,
      cell: (survey) => (
        <Link
          href={`/w/${workspace}/surveys/${survey.id}`}
          className="font-semibold hover:underline"
        >
          {survey.name}
        </Link>
      ),
    },
    { key: "question", header: "Question", cell: (survey) => QUESTION_WORDS[survey.question] },
    { key: "about", header: "About", cell: aboutWords },
    { key: "also", header: "Asks also", cell: alsoAsksWords },
    {
      key: "waves",
      header: "Waves",
      align: "right",
      cell: (survey) => formatNumber(survey.waves, locale),
    },
    {
      key: "answered",
      header: "People who answered",
      align: "right",
      cell: (survey) => formatNumber(survey.answered, locale),
    },
  ];
}

export default async function SurveysPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await listSurveys({ ctx });
  return (
    <>
      <PageHeader
        title="Surveys"
        parts="One question each. What was asked stays as it was asked: a change makes a new version."
        actions={<LinkButton href={`/w/${workspace}/waves`}>Waves</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        {view.surveys.length > 0 ? (
          <Card id="surveys">
            <DataTable
              caption="Surveys"
              columns={columns(workspace, ctx.locale)}
              rows={view.surveys}
              rowKey={(survey) => survey.id}
            />
          </Card>
        ) : (
          <EmptyState title="No survey yet">
            {view.canWrite
              ? "Create one below, then send it to the people you choose as a wave."
              : "An admin of the workspace can create one."}
          </EmptyState>
        )}
        {view.canWrite ? (
          <Card id="create" title="New survey">
            <ActionForm
              action={createSurveyAction}
              workspace={workspace}
              className="max-w-2xl"
              aria-label="New survey"
            >
              <SurveyFields />
              <div>
                <SubmitButton pending="Creating…">Create survey</SubmitButton>
              </div>
            </ActionForm>
          </Card>
        ) : null}
      </div>
    </>
  );
}
