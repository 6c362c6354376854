import { newId } from "@/lib/db/new-id";
import { insertRows } from "../rows/row-statements";
import { planRow } from "../rows/trial-rows";
import { SURVEY_TABLE } from "../tables/answer-tables";
import type { AnswerRow } from "./answer-row";
import type { SideCall } from "./import-kind";
import { addNote } from "./notes";

type Asked = Pick<AnswerRow, "survey" | "question" | "scale">;
type Known = { id: string; name: string; question: string; scale: string };

const USUAL_NAMES = { nps: "NPS", csat: "CSat", ease: "Ease" } as const;

function nameOf({ survey, question }: Asked): string {
  return survey ?? `${USUAL_NAMES[question]} (imported)`;
}

/** A survey of one name asks one thing on one scale. */
export function surveyKey(asked: Asked): string {
  return [nameOf(asked).toLowerCase(), asked.question, asked.scale].join("\n");
}

function newSurvey(asked: Asked) {
  const id = newId();
  const { question, scale } = asked;
  const fixed = { version: 1, scope: "relationship" };
  return { id, family_id: id, name: nameOf(asked), question, scale, ...fixed };
}

/** Surveys by what answers say they answered; one that is not here is made, for past answers only. */
export async function resolveSurveys(
  call: SideCall,
  answers: readonly Asked[],
): Promise<Map<string, string>> {
  const wanted = new Map(answers.map((asked) => [surveyKey(asked), asked]));
  const names = [...new Set(answers.map((asked) => nameOf(asked).toLowerCase()))];
  const known = await call.tx.$queryRaw<Known[]>`
    SELECT id, name, question, scale FROM survey
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid
      AND lower(name COLLATE "und-x-icu") = ANY(${names}::text[])
    ORDER BY version, id`;
  const ids = new Map(
    known.map(({ id, name, question, scale }) => [
      [name.toLowerCase(), question, scale].join("\n"),
      id,
    ]),
  );
  const fresh = [...wanted].filter(([key]) => !ids.has(key));
  const { trial } = call;
  if (trial) {
    for (const [key] of fresh) {
      const { id, isNew } = planRow(trial, "survey", key);
      if (isNew) addNote(call.notes, "surveysCreated");
      ids.set(key, id);
    }
    return ids;
  }
  const rows = fresh.map(([key, asked]) => ({ key, row: newSurvey(asked) }));
  await insertRows(
    call,
    SURVEY_TABLE,
    rows.map(({ row }) => row),
  );
  for (const { key, row } of rows) {
    addNote(call.notes, "surveysCreated");
    ids.set(key, row.id);
  }
  return ids;
}
