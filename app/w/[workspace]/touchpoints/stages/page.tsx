import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTouchpointMap } from "@/lib/surveys/touchpoints/get-touchpoint-map";
import { pageCtx } from "../../page-ctx";
import { changeStagesAction } from "../actions";
import { StageFields } from "./stage-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("touchpoints.stages"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function StagesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("touchpoints");
  const { stages, canWrite } = await getTouchpointMap({ ctx });
  if (!canWrite) notFound();
  const path = `/w/${workspace}/touchpoints`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("map.title"), href: path }]}
        title={t("stages.title")}
        parts={t("stages.parts")}
      />
      <Card>
        <ActionForm
          action={changeStagesAction}
          workspace={workspace}
          className="max-w-md"
          aria-label={t("stages.title")}
          keepsValues
        >
          <ClientWords areas={["touchpoints"]}>
            <StageFields stages={stages.map((stage) => stage.name)} />
          </ClientWords>
          <div className="flex gap-2">
            <SubmitButton pending={t("form.saving")}>{t("form.save")}</SubmitButton>
            <LinkButton href={path}>{t("form.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
