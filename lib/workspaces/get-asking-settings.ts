import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { ASKING_KEY, type AskingSettings, loadAskingSettings } from "./asking-settings";

export type AskingSettingsDto = {
  settings: AskingSettings;
  /** Newest first: ISO day, who and why. */
  history: { validFrom: string; reason: string; authorName: string | null }[];
  isDemo: boolean;
  canChange: boolean;
};

const HISTORY_SHOWN = 10;

export async function getAskingSettings({ ctx }: { ctx: Ctx }): Promise<AskingSettingsDto> {
  requirePermission(ctx, "survey:read");
  const { workspace } = ctx;
  const today = dateIn(workspace.timeZone, ctx.now);
  return withWorkspace(ctx, async (tx) => ({
    settings: await loadAskingSettings(tx, workspace, today),
    history: await tx.$queryRaw<AskingSettingsDto["history"]>`
      SELECT v.valid_from::text AS "validFrom", v.reason, u.name AS "authorName"
      FROM setting_version v LEFT JOIN app_user u ON u.id = v.author_id
      WHERE v.workspace_id = ${workspace.id}::uuid AND v.key = ${ASKING_KEY}
      ORDER BY v.valid_from DESC, v.created_at DESC LIMIT ${HISTORY_SHOWN}`,
    isDemo: workspace.isDemo,
    canChange: can(ctx.actor, "setting:write"),
  }));
}
