import { fullName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { toLanguage } from "@/lib/i18n/languages";
import { choiceOf } from "../design/stored-answer";
import { type AskedQuestion, questionView } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import { toAnswerNeeds } from "./answer-needs";
import { standingOf } from "./answer-points";
import type { InboxAccount, InboxEntryDto, InboxPerson } from "./inbox.types";
import type { EntryRow } from "./load-entries";

export function askedOf(row: EntryRow, company: string): AskedQuestion {
  const { touchpointName } = row;
  return toAskedQuestion(row, { company, touchpointName, touchpointOn: null });
}

/** The answer as it stands alone: "9 of 10", "Satisfied". */
export function scoreWords(row: EntryRow, company: string, locale: string): string {
  const view = questionView(toLanguage(locale) ?? "en", askedOf(row, company));
  const choice = choiceOf(view, row);
  return choice?.aloud ?? String(row.valueCode ?? row.valueNumber ?? "");
}

export function personOf(row: EntryRow, showsNames: boolean): InboxPerson | null {
  if (row.contactId === null) return null;
  const name = fullName(row);
  return { name: showsNames && name ? name : null, isHidden: !showsNames, role: row.role };
}

/** Revenue and date are those of the account that decides, as on its page. */
export function accountOf(row: EntryRow, facts: WorkspaceFacts, asOf: string): InboxAccount | null {
  const { accountId: id, accountName: name } = row;
  if (id === null || name === null) return null;
  const unit = facts.unitOfAccount.get(id) ?? id;
  const assessment = assessAt(facts, dayNumber(asOf)).get(unit);
  const decision = assessment?.decisionDay ?? null;
  return {
    id,
    name,
    ownerName: row.ownerName,
    runningMinor: assessment?.revenue.runningMinor ?? null,
    decisionOn: decision === null ? null : isoOfDay(decision),
  };
}

export function buildEntry(
  ctx: Ctx,
  row: EntryRow,
  parts: { facts: WorkspaceFacts; showsNames: boolean },
): InboxEntryDto {
  const { handledAt } = row;
  return {
    id: row.id,
    invitationId: row.invitationId,
    at: row.at.toISOString(),
    surveyName: row.surveyName,
    touchpointName: row.touchpointName,
    score: scoreWords(row, ctx.workspace.name, ctx.locale),
    standing: standingOf(row),
    comment: row.comment,
    wantsContact: row.wantsContact,
    needs: toAnswerNeeds(row.needs ?? []),
    person: personOf(row, parts.showsNames),
    account: accountOf(row, parts.facts, ctx.asOf),
    handled: handledAt && { at: handledAt.toISOString(), by: row.handledBy },
  };
}
