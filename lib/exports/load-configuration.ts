import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

/** The path of an address may be all that keeps others from writing to it, as a password is. */
async function loadWebhooks(tx: Tx, { workspace }: Ctx) {
  const rows = await tx.webhookEndpoint.findMany({
    where: { workspaceId: workspace.id, removedAt: null },
    omit: { workspaceId: true },
  });
  return rows.map(({ url, ...row }) => ({ ...row, host: new URL(url).origin }));
}

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
    views: await tx.savedView.findMany({ ...all, where: { ...all.where, isShared: true } }),
    targets: await tx.target.findMany(all),
    baselines: await tx.baseline.findMany(all),
    drops: await tx.advantageWatch.findMany(all),
    mergedAccounts: await tx.accountMerge.findMany(all),
    webhooks: await loadWebhooks(tx, ctx),
    settings: await tx.settingVersion.findMany(all),
  };
}
