import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { addSettingVersion } from "@/lib/workspaces/setting-versions";
import { LOG_ADDRESS_KEY, logAddressVersion } from "./log-address-version";

/** Another address from now on; the one before ends at once, for everybody. */
export async function replaceLogAddress({ ctx }: { ctx: Ctx }): Promise<{ version: number }> {
  requirePermission(ctx, "setting:write");
  return withWorkspace(ctx, async (tx) => {
    const { workspace, now } = ctx;
    const version = (await logAddressVersion(tx, workspace.id)) + 1;
    await addSettingVersion(tx, ctx, {
      key: LOG_ADDRESS_KEY,
      value: { version },
      validFrom: dateIn(workspace.timeZone, now),
      reason: "replaced",
    });
    await writeAudit(tx, ctx, {
      verb: "replaceLogAddress",
      subjectType: "setting",
      fields: ["version"],
    });
    return { version };
  });
}
