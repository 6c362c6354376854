import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { type AskingSettings, loadAskingSettings } from "@/lib/workspaces/asking-settings";
import type { SurveyOptions } from "../design/survey-options";
import { type NeutralTextProblem, neutralTextProblems } from "./neutral-texts";

/** Whether any country of the workspace gets the neutral mail. */
export function usesNeutral({ mode, modeByCountry }: AskingSettings): boolean {
  return mode === "neutral" || Object.values(modeByCountry).includes("neutral");
}

function sentence({ kind, found }: NeutralTextProblem): string {
  return kind === "link"
    ? `A neutral mail links nowhere but to the answers: leave “${found}” out.`
    : `A neutral mail neither praises nor offers: leave “${found}” out.`;
}

/**
 * The same check that every neutral mail passes before it goes, when its words are written.
 * @throws AppError INVALID_INPUT naming each text that would stop the mail.
 */
export async function refuseUnneutralTexts(
  tx: Tx,
  ctx: Ctx,
  options: Pick<SurveyOptions, "texts">,
): Promise<void> {
  const problems = neutralTextProblems(options);
  if (problems.length === 0) return;
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  if (!usesNeutral(await loadAskingSettings(tx, ctx.workspace, today))) return;
  const fieldErrors = Object.fromEntries(
    problems.map((problem) => [
      `options.texts.${problem.language}.${problem.field}`,
      sentence(problem),
    ]),
  );
  const [first = ""] = Object.values(fieldErrors);
  throw new AppError("INVALID_INPUT", first, { fieldErrors });
}
