import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays, dateIn } from "@/lib/format/calendar";
import { NO_ID } from "@/lib/format/id-bytes";
import type { Language } from "@/lib/i18n/languages";
import { type AskingSettings, loadAskingSettings } from "@/lib/workspaces/asking-settings";
import type { EventRow } from "../answers/link-sql";
import type { PageLink } from "../answers/respondent-page";
import { storedAnswer } from "../design/stored-answer";
import { type AskedQuestion, questionView } from "../design/survey-question";
import { OPEN_DAYS } from "../waves/open-days";

/** Whoever tries the survey stands for both: the colleague who asks, and the person who is asked. */
export type Trial = {
  ctx: Ctx;
  language: Language;
  asked: AskedQuestion;
  person: { name: string; email: string };
  settings: AskingSettings;
};

export async function loadTrial(
  tx: Tx,
  ctx: Ctx,
  chosen: Pick<Trial, "language" | "asked">,
): Promise<Trial> {
  const { actor, workspace } = ctx;
  const today = dateIn(workspace.timeZone, ctx.now);
  const settings = await loadAskingSettings(tx, workspace, today);
  const select = { name: true, email: true };
  const person =
    actor.type === "user"
      ? await tx.appUser.findUniqueOrThrow({ where: { id: actor.userId }, select })
      : { name: workspace.name, email: "" };
  return { ctx, ...chosen, person, settings };
}

export function firstNameOf({ person }: Trial): string | null {
  return person.name.trim().split(/\s+/)[0] || null;
}

/** The choice below the best, where nobody has pressed one. */
export function sampleChoice({ language, asked }: Trial): string {
  const steps = questionView(language, asked).choices.filter((choice) => !choice.isAside);
  return (steps.at(-2) ?? steps[0])?.value ?? "";
}

function pressed(trial: Trial, value: string, today: string): EventRow[] {
  const answer = storedAnswer(trial.asked, value);
  if (!answer) return [];
  const { question, valueNumber, valueCode } = answer;
  const at = trial.ctx.now.toISOString();
  const counted = { class: "confirmed" as const, reason: null, commentHash: null };
  return [
    { id: NO_ID, question, valueNumber, valueCode, ...counted, at, on: today, isTrusted: true },
  ];
}

/** An invitation of nobody: what the pages of a real one are made from, with nothing behind it. */
export function sampleLink(trial: Trial, value: string | null): PageLink {
  const { ctx, language, asked, person, settings } = trial;
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  return {
    ctx,
    invitationId: NO_ID,
    tokenVersion: 0,
    contactId: NO_ID,
    language,
    closesOn: addDays(today, OPEN_DAYS),
    isOpen: true,
    asked,
    settings: { ...settings, takesProvisional: false },
    isStaff: false,
    account: ctx.workspace.name,
    firstName: firstNameOf(trial),
    reader: person.name,
    isScannedDomain: false,
    events: value === null ? [] : pressed(trial, value, today),
  };
}
