import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

/** What an admin has set up, as it stands: for a person who reads it, and for a move elsewhere. */
export async function loadConfiguration(tx: Tx, ctx: Ctx) {
  const where = { workspaceId: ctx.workspace.id };
  const { name, slug, currency, timeZone, locale, country, figuresAsOf } = ctx.workspace;
  return {
    exportedAt: ctx.now.toISOString(),
    asOf: ctx.asOf,
    workspace: { name, slug, currency, timeZone, locale, country, figuresAsOf },
    surveys: await tx.survey.findMany({ where, omit: { workspaceId: true } }),
    touchpoints: await tx.touchpoint.findMany({ where, omit: { workspaceId: true } }),
    segments: await tx.segment.findMany({ where, omit: { workspaceId: true } }),
    targets: await tx.target.findMany({ where, omit: { workspaceId: true } }),
    settings: await tx.settingVersion.findMany({ where, omit: { workspaceId: true } }),
  };
}
