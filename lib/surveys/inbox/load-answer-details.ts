import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { toLanguage } from "@/lib/i18n/languages";
import { followUpViews } from "../design/follow-up-views";
import { choiceOf } from "../design/stored-answer";
import { askedOf } from "./build-entry";
import type { EntryRow } from "./load-entries";

export type AnswerDetail = { question: string; answer: string };

type Said = { question: string; valueNumber: number | null; valueCode: string | null };

/** What was answered besides the score and the sentence, in the order it was asked. */
export async function loadAnswerDetails(tx: Tx, ctx: Ctx, row: EntryRow): Promise<AnswerDetail[]> {
  const { id: workspaceId, name } = ctx.workspace;
  const said = await tx.$queryRaw<Said[]>`
    SELECT DISTINCT ON (question) question, value_number AS "valueNumber",
      value_code AS "valueCode"
    FROM response_event
    WHERE workspace_id = ${workspaceId}::uuid AND invitation_id = ${row.invitationId}::uuid
      AND class = 'confirmed' AND question <> 'comment'
    ORDER BY question, answered_at DESC, id DESC`;
  const byQuestion = new Map(said.map((event) => [event.question, event]));
  return followUpViews(toLanguage(ctx.locale) ?? "en", askedOf(row, name))
    .flatMap((view) => view.items.map((item) => ({ ...item, title: item.text ?? view.text })))
    .flatMap(({ question, title, choices }) => {
      const choice = choiceOf({ choices }, byQuestion.get(question));
      return choice ? [{ question: title, answer: choice.aloud }] : [];
    });
}
