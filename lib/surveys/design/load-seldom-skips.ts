import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadSeldomReasons } from "./load-seldom-reasons";
import { isSeldom, type SeldomReason } from "./seldom-questions";
import { toAskedQuestion } from "./to-asked-question";

/** Who is not asked this survey's own question now, and why; of an unknown survey nobody. */
export async function loadSeldomSkips(
  tx: Tx,
  ctx: Ctx,
  surveyId: string | null,
  people: readonly { contactId: string; accountId: string }[],
): Promise<Map<string, SeldomReason>> {
  if (surveyId === null) return new Map();
  const { workspace, now } = ctx;
  const survey = await tx.survey.findFirst({
    where: { workspaceId: workspace.id, id: surveyId },
    select: { question: true, scale: true, scope: true, options: true },
  });
  if (!survey || !isSeldom(survey.question)) return new Map();
  const { question } = survey;
  const about = { company: workspace.name, touchpointName: null, touchpointOn: null };
  const asked = toAskedQuestion({ ...survey, followUps: [] }, about);
  const today = dateIn(workspace.timeZone, now);
  const all = await loadSeldomReasons(tx, { workspace, today, asked }, people);
  const skips = [...all].flatMap(([contactId, reasons]) => {
    const reason = reasons.get(question);
    return reason ? [[contactId, reason] as const] : [];
  });
  return new Map(skips);
}
