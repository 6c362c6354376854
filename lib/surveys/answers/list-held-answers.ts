import { z } from "zod";
import { fullName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { seesNames } from "@/lib/workspaces/sees-names";
import { choiceOf } from "../design/stored-answer";
import { questionView, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import { HELD_REASONS } from "./held-reason";
import { countWaiting, type HeldRow, loadHeldInvitations, loadHeldRows } from "./load-held-answers";
import type { HeldAnswer, HeldListDto, HeldPerson } from "./review.types";
import type { Evidence } from "./write-answers";

const PEOPLE_PER_PAGE = 25;

const listHeldAnswersSchema = z.object({
  show: z.enum(["waiting", "decided"]).catch("waiting"),
  reason: z.enum(HELD_REASONS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Events from before a rule existed say less. */
const NO_EVIDENCE: Evidence = {
  isTrusted: false,
  afterHandOver: null,
  linksOpened: 0,
  skipped: [],
};

function answerText(row: HeldRow, ctx: Ctx): string {
  const about = { company: ctx.workspace.name, touchpointName: null, touchpointOn: null };
  const asked = toAskedQuestion(row, about);
  const view = questionView(surveyLanguage(asked, ctx.locale), asked);
  return choiceOf(view, row)?.label ?? String(row.valueNumber ?? row.valueCode ?? "");
}

function toHeldAnswer(row: HeldRow, ctx: Ctx): HeldAnswer {
  const { decision, reviewedAt, reviewerName: by } = row;
  return {
    responseId: row.id,
    class: row.class,
    reason: row.reason ?? "not_sent",
    answer: answerText(row, ctx),
    answeredAt: row.answeredAt.toISOString(),
    evidence: { ...NO_EVIDENCE, ...(row.evidence as Partial<Evidence>) },
    comment: row.comment,
    decision:
      decision === null || reviewedAt === null
        ? null
        : {
            isAccepted: decision === "accepted",
            by,
            on: dateIn(ctx.workspace.timeZone, reviewedAt),
          },
  };
}

function personOf(row: HeldRow, showsNames: boolean): Omit<HeldPerson, "answers"> {
  const { accountId, accountName, waveId, waveName } = row;
  return {
    invitationId: row.invitationId,
    name: showsNames ? fullName(row) || row.email : null,
    role: row.role,
    account: accountId === null ? null : { id: accountId, name: accountName ?? "" },
    survey: { id: row.surveyId, name: row.surveyName },
    wave: waveId === null ? null : { id: waveId, name: waveName ?? "" },
  };
}

function toPeople(
  rows: readonly HeldRow[],
  invitationIds: readonly string[],
  ctx: Ctx,
  showsNames: boolean,
): HeldPerson[] {
  return invitationIds.flatMap((id) => {
    const theirs = rows.filter((row) => row.invitationId === id);
    const [first] = theirs;
    if (!first) return [];
    return { ...personOf(first, showsNames), answers: theirs.map((row) => toHeldAnswer(row, ctx)) };
  });
}

/** Answers that were kept aside, or left unsent, by the person whose link they came from. */
export async function listHeldAnswers({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<HeldListDto> {
  requirePermission(ctx, "response:review");
  const { show, reason, page } = listHeldAnswersSchema.parse(input);
  const filter = { workspaceId: ctx.workspace.id, show, reason };
  return withWorkspace(ctx, async (tx) => {
    const { invitationIds, total } = await loadHeldInvitations(tx, filter, {
      limit: PEOPLE_PER_PAGE,
      offset: (page - 1) * PEOPLE_PER_PAGE,
    });
    const rows = await loadHeldRows(tx, filter, invitationIds);
    return {
      people: toPeople(rows, invitationIds, ctx, await seesNames(tx, ctx)),
      total,
      waiting: await countWaiting(tx, ctx.workspace.id),
      page,
      pageSize: PEOPLE_PER_PAGE,
    };
  });
}
