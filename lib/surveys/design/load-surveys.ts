import type { Tx } from "@/lib/db/with-workspace";
import { type FollowUp, toFollowUps } from "./follow-ups";
import type { SurveyQuestion, SurveyScope } from "./question-codes";

export type SurveySummary = {
  id: string;
  name: string;
  version: number;
  question: SurveyQuestion;
  scope: SurveyScope;
  touchpointName: string | null;
  followUps: FollowUp[];
  waves: number;
  /** People with a confirmed answer, over all versions. */
  answered: number;
};

/** Surveys that are in use: of each family the version that is not archived. */
export async function loadSurveys(tx: Tx, workspaceId: string): Promise<SurveySummary[]> {
  const rows = await tx.survey.findMany({
    where: { workspaceId, archivedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      familyId: true,
      name: true,
      version: true,
      question: true,
      scope: true,
      followUps: true,
      touchpoint: { select: { name: true } },
    },
  });
  const families = await tx.$queryRaw<{ familyId: string; waves: number; answered: number }[]>`
    SELECT s.family_id AS "familyId",
      (SELECT count(*) FROM wave w
        JOIN survey v ON v.workspace_id = w.workspace_id AND v.id = w.survey_id
        WHERE w.workspace_id = ${workspaceId}::uuid AND v.workspace_id = ${workspaceId}::uuid
          AND v.family_id = s.family_id)::int AS waves,
      (SELECT count(DISTINCT COALESCE(r.invitation_id, r.id)) FROM response_event r
        JOIN survey v ON v.workspace_id = r.workspace_id AND v.id = r.survey_id
        WHERE r.workspace_id = ${workspaceId}::uuid AND v.workspace_id = ${workspaceId}::uuid
          AND v.family_id = s.family_id AND r.class = 'confirmed'
          AND r.question = v.question)::int AS answered
    FROM survey s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.archived_at IS NULL`;
  const counts = new Map(families.map((family) => [family.familyId, family]));
  return rows.map(({ familyId, touchpoint, question, scope, ...row }) => ({
    ...row,
    question: question as SurveyQuestion,
    followUps: toFollowUps(row.followUps),
    scope: scope as SurveyScope,
    touchpointName: touchpoint?.name ?? null,
    waves: counts.get(familyId)?.waves ?? 0,
    answered: counts.get(familyId)?.answered ?? 0,
  }));
}
