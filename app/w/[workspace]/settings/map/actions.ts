"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { updateMapSettings } from "@/lib/loyalty/map-settings/update-map-settings";

export const updateMapSettingsAction = defineAction(async ({ ctx, input }) => {
  await updateMapSettings({ ctx, input });
  redirect(`/w/${ctx.workspace.slug}/settings/map`);
});
