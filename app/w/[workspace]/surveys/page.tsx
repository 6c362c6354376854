import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatNumber } from "@/lib/format/number";
import { listSurveys } from "@/lib/surveys/design/list-surveys";
import type { SurveySummary } from "@/lib/surveys/design/load-surveys";
import { pageCtx } from "../page-ctx";
import { aboutWords, alsoAsksWords, QUESTION_WORDS, LIST_WORDS as W } from "./survey-words";

export const metadata: Metadata = { title: "Surveys" };

type Props = { params: Promise<{ workspace: string }> };

function columns(workspace: string, locale: string): Column<SurveySummary>[] {
  return [
    {
      key: "name",
      header: W.survey,
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
    { key: "question", header: W.question, cell: (survey) => QUESTION_WORDS[survey.question] },
    { key: "about", header: W.about, cell: aboutWords },
    { key: "also", header: W.also, cell: alsoAsksWords },
    {
      key: "waves",
      header: W.waves,
      align: "right",
      cell: (survey) => formatNumber(survey.waves, locale),
    },
    {
      key: "answered",
      header: W.answered,
      align: "right",
      cell: (survey) => formatNumber(survey.answered, locale),
    },
  ];
}

export default async function SurveysPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await listSurveys({ ctx });
  const create = view.canWrite ? (
    <LinkButton kind="primary" href={`/w/${workspace}/surveys/new`}>
      {W.create}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={W.title} parts={W.parts} actions={create} />
      {view.surveys.length > 0 ? (
        <Card id="surveys">
          <DataTable
            caption={W.title}
            columns={columns(workspace, ctx.locale)}
            rows={view.surveys}
            rowKey={(survey) => survey.id}
          />
        </Card>
      ) : (
        <EmptyState title={W.empty}>{view.canWrite ? W.emptyWrite : W.emptyRead}</EmptyState>
      )}
    </>
  );
}
