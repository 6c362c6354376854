import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listWaves } from "@/lib/surveys/waves/list-waves";
import { pageCtx } from "../page-ctx";
import { WaveTable } from "./wave-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("asking.waves"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

function NoWave({ workspace, hasSurveys }: { workspace: string; hasSurveys: boolean }) {
  const t = useTranslations("asking.waves");
  const action = hasSurveys ? (
    <LinkButton kind="primary" href={`/w/${workspace}/waves/new`}>
      {t("create")}
    </LinkButton>
  ) : (
    <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
      {t("createSurvey")}
    </LinkButton>
  );
  return (
    <EmptyState title={t("emptyTitle")} action={action}>
      {t("empty")}
    </EmptyState>
  );
}

export default async function WavesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("asking.waves");
  const view = await listWaves({ ctx });
  const canStart = view.canSend && view.hasSurveys;
  return (
    <>
      <PageHeader
        title={t("title")}
        parts={t("parts")}
        actions={
          canStart ? (
            <LinkButton kind="primary" href={`/w/${workspace}/waves/new`}>
              {t("create")}
            </LinkButton>
          ) : null
        }
      />
      {view.waves.length === 0 ? (
        <NoWave workspace={workspace} hasSurveys={view.hasSurveys} />
      ) : (
        <Card id="waves">
          <WaveTable workspace={workspace} waves={view.waves} locale={ctx.locale} showsSurvey />
          {view.hasMore ? <p className="mt-3 text-sm text-ink-2">{t("older")}</p> : null}
        </Card>
      )}
    </>
  );
}
