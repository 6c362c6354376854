import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTouchpointMap } from "@/lib/surveys/touchpoints/get-touchpoint-map";
import { pageCtx } from "../../page-ctx";
import { createTouchpointAction } from "../actions";
import { TouchpointFields } from "../touchpoint-fields";
import { MAP_WORDS, FORM_WORDS as W } from "../touchpoint-words";

export const metadata: Metadata = { title: "New touchpoint" };

type Props = { params: Promise<{ workspace: string }> };

const KINDS = [
  { value: "customer", label: W.kindCustomer },
  { value: "audit", label: W.kindAudit, hint: W.kindAuditHint },
];

export default async function NewTouchpointPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const { stages, colleagues, canWrite } = await getTouchpointMap({ ctx });
  if (!canWrite) notFound();
  const path = `/w/${workspace}/touchpoints`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: MAP_WORDS.title, href: path }]}
        title={W.newTitle}
        parts={W.newParts}
      />
      <Card>
        <ActionForm
          action={createTouchpointAction}
          workspace={workspace}
          className="max-w-xl"
          aria-label={W.newTitle}
        >
          <TouchpointFields stages={stages.map((stage) => stage.name)} colleagues={colleagues} />
          <RadioGroup name="kind" legend={W.kind} options={KINDS} defaultValue="customer" />
          <div className="flex gap-2">
            <SubmitButton pending={W.saving}>{W.create}</SubmitButton>
            <LinkButton href={path}>{W.cancel}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
