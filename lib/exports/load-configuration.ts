import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

/** What an admin has set up, as it stands: for a person who reads it, and for a move elsewhere. */
export async function loadConfiguration(tx: Tx, ctx: Ctx) {
  const all = { where: { workspaceId: ctx.workspace.id }, omit: { workspaceId: true } } as const;
  const { name, slug, currency, timeZone, locale, country, figuresAsOf } = ctx.workspace;
  return {
    exportedAt: ctx.now.toISOString(),
    asOf: ctx.asOf,
    workspace: { name, slug, currency, timeZone, locale, country, figuresAsOf },
    colleagues: await tx.employee.findMany(all),
    surveys: await tx.survey.findMany(all),
    waves: await tx.wave.findMany(all),
    programs: await tx.surveyProgram.findMany(all),
    doors: await tx.surveyDoor.findMany(all),
    touchpoints: await tx.touchpoint.findMany(all),
    segments: await tx.segment.findMany(all),
    views: await tx.savedView.findMany(all),
    targets: await tx.target.findMany(all),
    baselines: await tx.baseline.findMany(all),
    drops: await tx.advantageWatch.findMany(all),
    mergedAccounts: await tx.accountMerge.findMany(all),
    webhooks: await tx.webhookEndpoint.findMany(all),
    settings: await tx.settingVersion.findMany(all),
  };
}
