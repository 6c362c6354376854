import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { getSegmentEditor } from "@/lib/segments/get-segment-editor";
import { workspacePath } from "../../_loyalty/paths";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { orNotFound } from "../../or-not-found";
import { orNotNow } from "../../or-not-now";
import { pageCtx } from "../../page-ctx";
import { SegmentForm } from "../_editor/segment-form";
import { BeingComputed } from "../being-computed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segments");
  return { title: t("new") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export default async function NewSegmentPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  if (!can(ctx.actor, "segment:write")) notFound();
  const { segment, owner, ...place } = await readParams(searchParams);
  const input = { segmentId: segment, ownerId: owner, ...place };
  const editor = await orNotNow(orNotFound(getSegmentEditor({ ctx, input })));
  const { slug } = ctx.workspace;
  const t = await getTranslations("segments");
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title"), href: workspacePath(slug, "segments") },
          { label: t("newShort") },
        ]}
        title={t("new")}
      />
      {editor ? (
        <ClientWords areas={["segments"]}>
          <SegmentForm editor={editor} workspace={slug} locale={ctx.locale} />
        </ClientWords>
      ) : (
        <BeingComputed href={workspacePath(slug, "segments/new")} />
      )}
    </>
  );
}
