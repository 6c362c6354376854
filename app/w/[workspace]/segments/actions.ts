"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { archiveSegment } from "@/lib/segments/archive-segment";
import { createSegment } from "@/lib/segments/create-segment";
import { previewSegment } from "@/lib/segments/preview-segment";
import { updateSegment } from "@/lib/segments/update-segment";

export const previewSegmentAction = defineAction(({ ctx, input }) =>
  previewSegment({ ctx, input }),
);

export const saveSegmentAction = defineAction(async ({ ctx, input }) => {
  const isNew = input.segmentId === undefined;
  await (isNew ? createSegment({ ctx, input }) : updateSegment({ ctx, input }));
  redirect(`/w/${ctx.workspace.slug}/segments`);
});

export const archiveSegmentAction = defineAction(async ({ ctx, input }) => {
  await archiveSegment({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/segments`);
});
