import type { Metadata } from "next";
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
import { FORM_WORDS, MAP_WORDS, PAGE_WORDS as W } from "../touchpoint-words";
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
  return (
    <Card id="change" title={W.change}>
      <ActionForm
        action={changeTouchpointAction}
        workspace={workspace}
        className="max-w-xl"
        success={FORM_WORDS.saved}
        keepsValues
        aria-label={W.change}
      >
        <input type="hidden" name="touchpointId" value={touchpoint.id} />
        <TouchpointFields
          touchpoint={touchpoint}
          stages={touchpoint.stages}
          colleagues={touchpoint.colleagues}
        />
        <div>
          <SubmitButton kind="secondary" pending={FORM_WORDS.saving}>
            {FORM_WORDS.save}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

function ArchiveForm({ workspace, touchpoint }: Shown) {
  return (
    <ActionForm
      action={archiveTouchpointAction}
      workspace={workspace}
      className="items-start"
      aria-label={touchpoint.isArchived ? W.restore : W.archive}
    >
      <input type="hidden" name="touchpointId" value={touchpoint.id} />
      <input type="hidden" name="isArchived" value={touchpoint.isArchived ? "no" : "yes"} />
      {touchpoint.isArchived ? (
        <SubmitButton kind="secondary">{W.restore}</SubmitButton>
      ) : (
        <ConfirmButton label={W.archive} question={W.archiveQuestion(touchpoint.name)} kind="quiet">
          {W.archiveNote}
        </ConfirmButton>
      )}
    </ActionForm>
  );
}

export default async function TouchpointPage({ params }: Props) {
  const { workspace, touchpoint: touchpointId } = await params;
  const { ctx, touchpoint } = await load(workspace, touchpointId);
  const shown = { workspace, touchpoint, locale: ctx.locale, asOf: ctx.asOf };
  const isAudit = touchpoint.kind === "audit";
  return (
    <>
      <PageHeader
        crumbs={[{ label: MAP_WORDS.title, href: `/w/${workspace}/touchpoints` }]}
        title={touchpoint.name}
        parts={W.stageAndOwner(touchpoint.stage, touchpoint.owner?.name ?? null)}
      />
      <div className="flex flex-col gap-4">
        {touchpoint.isArchived ? <Notice kind="warning">{W.isArchived}</Notice> : null}
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
