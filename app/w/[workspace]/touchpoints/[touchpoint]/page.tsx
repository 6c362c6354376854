import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTouchpoint, type TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { archiveTouchpointAction, changeTouchpointAction } from "../actions";
import { TouchpointFields } from "../touchpoint-fields";
import { AuditsCard } from "./audits-card";
import { CustomersCard } from "./customers-card";
import { SurveysCard } from "./surveys-card";

type Props = { params: Promise<{ workspace: string; touchpoint: string }> };
type Shown = { workspace: string; touchpoint: TouchpointDto };

const load = cache(async (workspace: string, touchpointId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, touchpoint: await orNotFound(getTouchpoint({ ctx, input: { touchpointId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, touchpoint } = await params;
  return { title: (await load(workspace, touchpoint)).touchpoint.name };
}

function ChangeCard({ workspace, touchpoint }: Shown) {
  const t = useTranslations("touchpoints");
  return (
    <Card id="change" title={t("page.change")}>
      <ActionForm
        action={changeTouchpointAction}
        workspace={workspace}
        className="max-w-xl"
        success={t("form.saved")}
        keepsValues
        aria-label={t("page.change")}
      >
        <input type="hidden" name="touchpointId" value={touchpoint.id} />
        <TouchpointFields
          touchpoint={touchpoint}
          stages={touchpoint.stages}
          colleagues={touchpoint.colleagues}
        />
        <div>
          <SubmitButton kind="secondary" pending={t("form.saving")}>
            {t("form.save")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function ArchiveForm({ workspace, touchpoint }: Shown) {
  const t = useTranslations("touchpoints.page");
  return (
    <ActionForm
      action={archiveTouchpointAction}
      workspace={workspace}
      className="items-start"
      aria-label={touchpoint.isArchived ? t("restore") : t("archive")}
    >
      <input type="hidden" name="touchpointId" value={touchpoint.id} />
      <input type="hidden" name="isArchived" value={touchpoint.isArchived ? "no" : "yes"} />
      {touchpoint.isArchived ? (
        <SubmitButton kind="secondary">{t("restore")}</SubmitButton>
      ) : (
        <ConfirmButton
          label={t("archive")}
          question={t("archiveQuestion", { name: touchpoint.name })}
          kind="quiet"
        >
          {t("archiveNote")}
        </ConfirmButton>
      )}
    </ActionForm>
  );
}

export default async function TouchpointPage({ params }: Props) {
  const { workspace, touchpoint: touchpointId } = await params;
  const { ctx, touchpoint } = await load(workspace, touchpointId);
  const t = await getTranslations("touchpoints");
  const { stage, owner } = touchpoint;
  const shown = { workspace, touchpoint, locale: ctx.locale, asOf: ctx.asOf };
  const isAudit = touchpoint.kind === "audit";
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("map.title"), href: `/w/${workspace}/touchpoints` }]}
        title={touchpoint.name}
        parts={
          owner
            ? t("page.stageAndOwner", { stage, owner: owner.name })
            : t("page.stageNoOwner", { stage })
        }
      />
      <div className="flex flex-col gap-4">
        {touchpoint.isArchived ? <Notice kind="warning">{t("page.isArchived")}</Notice> : null}
        {isAudit ? (
          <AuditsCard {...shown} />
        ) : (
          <>
            <CustomersCard {...shown} />
            <SurveysCard {...shown} />
          </>
        )}
        {touchpoint.canWrite && !touchpoint.isArchived ? <ChangeCard {...shown} /> : null}
        {touchpoint.canWrite ? <ArchiveForm {...shown} /> : null}
      </div>
    </>
  );
}
