import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listWaves } from "@/lib/surveys/waves/list-waves";
import { pageCtx } from "../page-ctx";
import { WaveTable } from "./wave-table";

export const metadata: Metadata = { title: "Waves" };

type Props = { params: Promise<{ workspace: string }> };

function NoWave({ workspace, hasSurveys }: { workspace: string; hasSurveys: boolean }) {
  const action = hasSurveys ? (
    <LinkButton kind="primary" href={`/w/${workspace}/waves/new`}>
      New wave
    </LinkButton>
  ) : (
    <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
      Create a survey
    </LinkButton>
  );
  return (
    <EmptyState title="Nobody was asked yet" action={action}>
      A wave sends one survey to the people you choose. You see who would be skipped, and why,
      before anything is sent.
    </EmptyState>
  );
}

export default async function WavesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await listWaves({ ctx });
  const canStart = view.canSend && view.hasSurveys;
  return (
    <>
      <PageHeader
        title="Waves"
        parts="Who was asked, who opened the page, who pressed Send."
        actions={
          canStart ? (
            <LinkButton kind="primary" href={`/w/${workspace}/waves/new`}>
              New wave
            </LinkButton>
          ) : null
        }
      />
      {view.waves.length === 0 ? (
        <NoWave workspace={workspace} hasSurveys={view.hasSurveys} />
      ) : (
        <Card id="waves">
          <WaveTable workspace={workspace} waves={view.waves} locale={ctx.locale} showsSurvey />
          {view.hasMore ? (
            <p className="mt-3 text-sm text-ink-2">Older waves are on the page of their survey.</p>
          ) : null}
        </Card>
      )}
    </>
  );
}
