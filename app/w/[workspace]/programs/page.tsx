import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listPrograms } from "@/lib/surveys/programs/list-programs";
import { pageCtx } from "../page-ctx";
import { ProgramTable } from "./program-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("asking.programs"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function ProgramsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("asking.programs");
  const { programs, canWrite } = await listPrograms({ ctx });
  const create = canWrite ? (
    <LinkButton kind="primary" href={`/w/${workspace}/programs/new`}>
      {t("create")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} parts={t("parts")} actions={create} />
      {programs.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <Card id="programs">
          <ProgramTable
            workspace={workspace}
            locale={ctx.locale}
            programs={programs}
            canWrite={canWrite}
          />
        </Card>
      )}
    </>
  );
}
