import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import { isMarkedDatabase } from "@/lib/mail/database-mark";
import { type AskingSettings, loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { loadRetentionSettings } from "@/lib/workspaces/retention-settings";
import { toSurveyOptions } from "../design/survey-options";
import { loadLastProblem, loadOldestWait, loadQueue, loadUncertain } from "./load-queue";
import { loadReportWeeks, loadRestingWaves } from "./load-reports";
import { neutralTextProblems } from "./neutral-texts";
import { usesNeutral } from "./refuse-unneutral-texts";
import type { SendingDto } from "./sending.types";

async function loadNotNeutral(
  tx: Tx,
  workspaceId: string,
  settings: AskingSettings,
): Promise<SendingDto["notNeutral"]> {
  if (!usesNeutral(settings)) return [];
  const surveys = await tx.survey.findMany({
    where: { workspaceId, archivedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true, options: true },
  });
  return surveys.flatMap(({ id, name, options }) => {
    const problems = neutralTextProblems(toSurveyOptions(options));
    return problems.length > 0 ? { surveyId: id, name, problems } : [];
  });
}

function installed(): SendingDto["installed"] {
  const env = readEnv();
  return {
    signsMail: env.DKIM_PRIVATE_KEY !== undefined,
    bounceDomain: env.MAIL_BOUNCE_DOMAIN !== undefined,
    takesReports: env.MAIL_EVENTS_SECRET !== undefined,
  };
}

/** What goes out, what came back and how mail is sent: the page of whoever runs it. */
export async function getSending({ ctx }: { ctx: Ctx }): Promise<SendingDto> {
  requirePermission(ctx, "setting:write");
  const { workspace, now } = ctx;
  const isHeldAfterRestore = !(await isMarkedDatabase(now));
  return withWorkspace(ctx, async (tx) => {
    const today = dateIn(workspace.timeZone, now);
    const settings = await loadAskingSettings(tx, workspace, today);
    return {
      queue: await loadQueue(tx, workspace.id),
      oldestWaitSeconds: await loadOldestWait(tx, workspace.id),
      lastProblem: await loadLastProblem(tx, workspace.id),
      uncertain: await loadUncertain(tx, workspace.id),
      weeks: await loadReportWeeks(tx, workspace, now),
      resting: await loadRestingWaves(tx, workspace.id),
      isHeldAfterRestore,
      settings,
      retention: await loadRetentionSettings(tx, workspace.id, today),
      notNeutral: await loadNotNeutral(tx, workspace.id, settings),
      installed: installed(),
    };
  });
}
