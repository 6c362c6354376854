import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientWords } from "@/components/layout/client-words";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { getSegmentMeasures } from "@/lib/loyalty/get-segment-measures";
import { getSegmentPage } from "@/lib/segments/get-segment-page";
import { withQuery, workspacePath } from "../../_loyalty/paths";
import { orNotFound } from "../../or-not-found";
import { orNotNow } from "../../or-not-now";
import { pageCtx } from "../../page-ctx";
import { SegmentForm } from "../_editor/segment-form";
import { archiveSegmentAction } from "../actions";
import { BeingComputed } from "../being-computed";
import { MeasuresCard } from "./measures-card";
import { MembersCard } from "./members-card";
import { MovesCard } from "./moves-card";
import { RuleInWords } from "./rule-in-words";

type Props = {
  params: Promise<{ workspace: string; segment: string }>;
  searchParams: Promise<{ page?: string }>;
};

const load = cache(async (workspace: string, segmentId: string, page: string | undefined) => {
  const ctx = await pageCtx(workspace);
  const read = getSegmentPage({ ctx, input: { segmentId, page } });
  return { ctx, found: await orNotNow(orNotFound(read)) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, segment } = await params;
  const { found } = await load(workspace, segment, (await searchParams).page);
  const t = await getTranslations("segments");
  return { title: found?.editor.segment?.name ?? t("one") };
}

export default async function SegmentPage({ params, searchParams }: Props) {
  const { workspace, segment: segmentId } = await params;
  const { ctx, found } = await load(workspace, segmentId, (await searchParams).page);
  const { slug } = ctx.workspace;
  const t = await getTranslations("segments");
  if (!found) return <BeingComputed href={workspacePath(slug, `segments/${segmentId}`)} />;
  const { editor, members } = found;
  const { segment } = editor;
  if (!segment) notFound();
  const measures = await orNotNow(getSegmentMeasures({ ctx, input: { segmentId } }));
  const overview = withQuery(workspacePath(slug, "overview"), { segment: segment.id });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title"), href: workspacePath(slug, "segments") },
          { label: segment.name },
        ]}
        title={segment.name}
        actions={<LinkButton href={overview}>{t("overview")}</LinkButton>}
      />
      <RuleInWords rules={segment.rules} editor={editor} locale={ctx.locale} />
      {measures ? (
        <MeasuresCard measures={measures} workspace={slug} locale={ctx.locale} />
      ) : (
        <p className="mt-6 text-ink-2">{t("measures.computing")}</p>
      )}
      <MembersCard list={members} workspace={slug} segmentId={segment.id} locale={ctx.locale} />
      <MovesCard list={members} workspace={slug} locale={ctx.locale} />
      <h2 id="change" className="mt-8 mb-3 text-lg font-semibold">
        {t("words.change")}
      </h2>
      <ClientWords areas={["segments"]}>
        <SegmentForm key={segment.updatedOn} editor={editor} workspace={slug} locale={ctx.locale} />
      </ClientWords>
      {can(ctx.actor, "segment:write") ? (
        <ActionForm action={archiveSegmentAction} workspace={slug} className="mt-6">
          <input type="hidden" name="segmentId" value={segment.id} />
          <div>
            <ConfirmButton
              label={t("archive")}
              question={t("archiveQuestion", { name: segment.name })}
            >
              {t("archiveMeaning")}
            </ConfirmButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}
