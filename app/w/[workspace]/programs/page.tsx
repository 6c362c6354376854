import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listPrograms } from "@/lib/surveys/programs/list-programs";
import { pageCtx } from "../page-ctx";
import { ProgramTable } from "./program-table";
import { WORDS as W } from "./program-words";

export const metadata: Metadata = { title: W.title };

type Props = { params: Promise<{ workspace: string }> };

export default async function ProgramsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const { programs, canWrite } = await listPrograms({ ctx });
  const create = canWrite ? (
    <LinkButton kind="primary" href={`/w/${workspace}/programs/new`}>
      {W.create}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={W.title} parts={W.parts} actions={create} />
      {programs.length === 0 ? (
        <EmptyState title={W.empty}>{W.emptyText}</EmptyState>
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
