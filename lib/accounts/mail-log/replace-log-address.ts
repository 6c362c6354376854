import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { LOG_ADDRESS_KEY, logAddressVersion } from "./log-address-version";

/** Another address from now on; the one before ends at once, for everybody. */
export async function replaceLogAddress({ ctx }: { ctx: Ctx }): Promise<{ version: number }> {
  requirePermission(ctx, "setting:write");
  return withWorkspace(ctx, async (tx) => {
    const { actor, workspace, now } = ctx;
    const version = (await logAddressVersion(tx, workspace.id)) + 1;
    await tx.settingVersion.create({
      data: {
        workspaceId: workspace.id,
        id: newId(),
        key: LOG_ADDRESS_KEY,
        value: { version },
        validFrom: dateColumn(dateIn(workspace.timeZone, now)),
        authorId: actor.type === "user" ? actor.userId : null,
        reason: "replaced",
        createdAt: now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "replaceLogAddress",
      subjectType: "setting",
      fields: ["version"],
    });
    return { version };
  });
}
