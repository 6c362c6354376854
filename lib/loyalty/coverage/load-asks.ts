import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dateIn } from "@/lib/format/calendar";
import { loadPeopleToAsk, type PersonToAsk } from "@/lib/surveys/waves/load-people-to-ask";
import { waveSelectionSchema } from "@/lib/surveys/waves/wave-selection";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import type { AskDto, NotAskedLineDto, QuietLineDto } from "../coverage.types";

/** The survey of the relationship that was sent last: asked whether satisfied or would recommend first. */
export async function loadAskSurvey(
  tx: Tx,
  workspaceId: string,
): Promise<{ id: string; name: string } | null> {
  const [survey] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT s.id, s.name FROM survey s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.archived_at IS NULL
      AND s.scope = 'relationship' AND s.question IN ('nps', 'csat')
    ORDER BY (SELECT max(w.started_at) FROM wave w
        WHERE w.workspace_id = ${workspaceId}::uuid AND w.survey_id = s.id) DESC NULLS LAST,
      s.name, s.id
    LIMIT 1`;
  return survey ?? null;
}

function askOf(accountIds: string[], people: readonly PersonToAsk[]): AskDto {
  const toDto = ({ contactId, name, role }: PersonToAsk) => ({ id: contactId, name, role });
  return {
    waveId: newId(),
    accountIds,
    people: people.filter(({ skip }) => skip === null).map(toDto),
    others: people.flatMap((person) =>
      person.skip === null ? [] : [{ ...toDto(person), reason: person.skip }],
    ),
  };
}

/** Who of each line can be asked now, by the rules that send a wave. */
export async function loadAsks(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  lines: readonly QuietLineDto[],
  surveyId: string,
): Promise<NotAskedLineDto[]> {
  const membersOf = (id: string) =>
    facts.unitById.get(id)?.members.map((member) => member.id) ?? [id];
  const accountIds = lines.flatMap(({ account }) => membersOf(account.id));
  if (accountIds.length === 0) return [];
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  const settings = await loadAskingSettings(tx, ctx.workspace, today);
  const selection = waveSelectionSchema.parse({ accountIds });
  const rules = { asksDespiteInterval: false, segmentAccounts: null, settings, surveyId };
  const people = await loadPeopleToAsk(tx, ctx, selection, rules);
  return lines.map((line) => {
    const own = membersOf(line.account.id);
    return {
      ...line,
      ask: askOf(
        own,
        people.filter((each) => own.includes(each.accountId)),
      ),
    };
  });
}
