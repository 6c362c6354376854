import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { getSegmentEditor } from "@/lib/segments/get-segment-editor";
import { workspacePath } from "../../_loyalty/paths";
import { pageCtx } from "../../page-ctx";
import { SegmentForm } from "../_editor/segment-form";

export const metadata: Metadata = { title: "New segment" };

type Props = { params: Promise<{ workspace: string }> };

export default async function NewSegmentPage({ params }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const editor = await getSegmentEditor({ ctx, input: {} });
  const { slug } = ctx.workspace;
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Segments", href: workspacePath(slug, "segments") }, { label: "New" }]}
        title="New segment"
      />
      <SegmentForm editor={editor} workspace={slug} locale={ctx.locale} />
    </>
  );
}
