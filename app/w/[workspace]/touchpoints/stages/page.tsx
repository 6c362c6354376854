import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTouchpointMap } from "@/lib/surveys/touchpoints/get-touchpoint-map";
import { pageCtx } from "../../page-ctx";
import { changeStagesAction } from "../actions";
import { FORM_WORDS, MAP_WORDS, STAGE_WORDS as W } from "../touchpoint-words";
import { StageFields } from "./stage-fields";

export const metadata: Metadata = { title: "Stages of the journey" };

type Props = { params: Promise<{ workspace: string }> };

export default async function StagesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const { stages, canWrite } = await getTouchpointMap({ ctx });
  if (!canWrite) notFound();
  const path = `/w/${workspace}/touchpoints`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: MAP_WORDS.title, href: path }]}
        title={W.title}
        parts={W.parts}
      />
      <Card>
        <ActionForm
          action={changeStagesAction}
          workspace={workspace}
          className="max-w-md"
          aria-label={W.title}
          keepsValues
        >
          <StageFields stages={stages.map((stage) => stage.name)} />
          <div className="flex gap-2">
            <SubmitButton pending={FORM_WORDS.saving}>{FORM_WORDS.save}</SubmitButton>
            <LinkButton href={path}>{FORM_WORDS.cancel}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
