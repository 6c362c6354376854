import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
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

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("touchpoints.form"))("newTitle") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function NewTouchpointPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const { stages, colleagues, canWrite } = await getTouchpointMap({ ctx });
  if (!canWrite) notFound();
  const t = await getTranslations("touchpoints");
  const kinds = [
    { value: "customer", label: t("form.kindCustomer") },
    { value: "audit", label: t("form.kindAudit"), hint: t("form.kindAuditHint") },
  ];
  const path = `/w/${workspace}/touchpoints`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("map.title"), href: path }]}
        title={t("form.newTitle")}
        parts={t("form.newParts")}
      />
      <Card>
        <ActionForm
          action={createTouchpointAction}
          workspace={workspace}
          className="max-w-xl"
          aria-label={t("form.newTitle")}
        >
          <TouchpointFields stages={stages.map((stage) => stage.name)} colleagues={colleagues} />
          <RadioGroup name="kind" legend={t("form.kind")} options={kinds} defaultValue="customer" />
          <div className="flex gap-2">
            <SubmitButton pending={t("form.saving")}>{t("form.create")}</SubmitButton>
            <LinkButton href={path}>{t("form.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
