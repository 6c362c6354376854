import type { AnswerClass, RelativeAdvantage, SatisfactionScale, Switching } from "@/lib/metrics";
import type { AnswerRow } from "./account-rows";
import type { Scope } from "./scope";

export type ScoredRow = {
  contactId: string;
  question: string;
  valueNumber: number | null;
  valueCode: string | null;
  scale: string | null;
  scope: "relationship" | "touchpoint";
  class: AnswerClass;
  day: number;
};

const ADVANTAGES: Record<string, RelativeAdvantage> = {
  better: "better",
  same: "same",
  worse: "worse",
  no_real_alternative: "noRealAlternative",
  cannot_say: "cannotSay",
};
const SWITCHING: Record<string, Switching> = { yes: "yes", not_sure: "notSure", no: "no" };
const SATISFACTION: Record<string, { question: SatisfactionScale; lowest: number }> = {
  "1-5": { question: "satisfaction5", lowest: 1 },
  "1-7": { question: "satisfaction7", lowest: 1 },
  "1-4": { question: "satisfaction4", lowest: 1 },
  "0-3": { question: "satisfaction4", lowest: 0 },
  "1-3": { question: "satisfaction3", lowest: 1 },
};

/** On a scale nobody knows an answer is kept and not scored. */
function toSatisfaction(value: number, scale: string | null) {
  const known = SATISFACTION[scale ?? "1-5"];
  return known ? { question: known.question, value: value - known.lowest + 1 } : null;
}

/** Answers the map scores; comments, drivers and questions of other kinds are none. */
export function toAnswer(row: ScoredRow): AnswerRow | null {
  const { contactId, day, scope } = row;
  const base = { contactId, day, scope, class: row.class };
  if (row.question === "nps" && row.valueNumber !== null)
    return { ...base, question: "nps", value: row.valueNumber };
  if (row.question === "csat" && row.valueNumber !== null) {
    const satisfaction = toSatisfaction(row.valueNumber, row.scale);
    return satisfaction && { ...base, ...satisfaction };
  }
  const advantage = ADVANTAGES[row.valueCode ?? ""];
  if (row.question === "relative_advantage" && advantage)
    return { ...base, question: "relativeAdvantage", value: advantage };
  const switching = SWITCHING[row.valueCode ?? ""];
  if (row.question === "switching" && switching)
    return { ...base, question: "switching", value: switching };
  return null;
}

/** Of several confirmed answers to a question on one day the last one counts. */
export async function loadAnswers(scope: Scope): Promise<AnswerRow[]> {
  const { tx, workspaceId, accountIds } = scope;
  const rows = await tx.$queryRaw<ScoredRow[]>`
    SELECT DISTINCT ON (r.contact_id, r.question, r.scope, r.answered_on)
      r.contact_id AS "contactId", r.question, r.value_number AS "valueNumber",
      r.value_code AS "valueCode", r.scale, r.scope, r.class,
      r.answered_on - DATE '1970-01-01' AS "day"
    FROM response_event r
    JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND r.class = 'confirmed'
      AND r.question IN ('nps', 'csat', 'relative_advantage', 'switching')
      AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY r.contact_id, r.question, r.scope, r.answered_on, r.answered_at DESC, r.id DESC`;
  return rows.map(toAnswer).filter((answer) => answer !== null);
}
