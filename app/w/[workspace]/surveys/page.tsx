import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { listSurveys } from "@/lib/surveys/design/list-surveys";
import type { SurveySummary } from "@/lib/surveys/design/load-surveys";
import { pageCtx } from "../page-ctx";
import { aboutWords, alsoAsksWords } from "./survey-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys.list"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

function columns(workspace: string, locale: string): Column<SurveySummary>[] {
  const t = staffWords(locale, "surveys");
  return [
    {
      key: "name",
      header: t("list.survey"),
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
    {
      key: "question",
      header: t("list.question"),
      cell: (survey) => t(`questions.${survey.question}`),
    },
    { key: "about", header: t("list.about"), cell: (survey) => aboutWords(survey, locale) },
    { key: "also", header: t("list.also"), cell: (survey) => alsoAsksWords(survey, locale) },
    {
      key: "waves",
      header: t("list.waves"),
      align: "right",
      cell: (survey) => formatNumber(survey.waves, locale),
    },
    {
      key: "answered",
      header: t("list.answered"),
      align: "right",
      cell: (survey) => formatNumber(survey.answered, locale),
    },
  ];
}

export default async function SurveysPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("surveys.list");
  const view = await listSurveys({ ctx });
  const create = view.canWrite ? (
    <LinkButton kind="primary" href={`/w/${workspace}/surveys/new`}>
      {t("create")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} parts={t("parts")} actions={create} />
      {view.surveys.length > 0 ? (
        <Card id="surveys">
          <DataTable
            caption={t("title")}
            columns={columns(workspace, ctx.locale)}
            rows={view.surveys}
            rowKey={(survey) => survey.id}
          />
        </Card>
      ) : (
        <EmptyState title={t("empty")}>
          {view.canWrite ? t("emptyWrite") : t("emptyRead")}
        </EmptyState>
      )}
    </>
  );
}
