import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { ASKING_KEY, type AskingSettings, loadAskingSettings } from "./asking-settings";
import { loadSettingHistory, type SettingChangeDto } from "./setting-versions";

export type AskingSettingsDto = {
  settings: AskingSettings;
  /** Newest first. */
  history: SettingChangeDto[];
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
    history: await loadSettingHistory(tx, workspace.id, ASKING_KEY, HISTORY_SHOWN),
    isDemo: workspace.isDemo,
    canChange: can(ctx.actor, "setting:write"),
  }));
}
