import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { toLanguage } from "@/lib/i18n/languages";
import { type AskedQuestion, questionView } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import { surveyLinks } from "../mail/survey-links";
import { chooseWhomToAsk } from "./choose-whom-to-ask";
import { existingInvitations, type StoredInvitation } from "./existing-invitations";
import { findPeople } from "./find-people";
import { insertApiInvitations } from "./insert-api-invitations";
import type {
  InvitationLinks,
  InvitationResult,
  InvitationsDto,
  RefusedReason,
} from "./invitations.types";
import { createInvitationsSchema, type PersonInput } from "./invitations-input";

const TIMEOUT_MS = 30_000;

async function loadSurvey(tx: Tx, ctx: Ctx, surveyId: string): Promise<AskedQuestion> {
  const { id: workspaceId, name: company } = ctx.workspace;
  const row = await tx.survey.findFirst({
    where: { workspaceId, id: surveyId, archivedAt: null },
    select: {
      question: true,
      scale: true,
      scope: true,
      followUps: true,
      options: true,
      touchpoint: { select: { name: true } },
    },
  });
  if (!row) throw notFound("survey");
  const touchpointName = row.touchpoint?.name ?? null;
  return toAskedQuestion(row, { company, touchpointName, touchpointOn: null });
}

function linksOf(ctx: Ctx, asked: AskedQuestion, stored: StoredInvitation): InvitationLinks {
  const subject = { workspaceId: ctx.workspace.id, invitationId: stored.id };
  const links = surveyLinks(readEnv(), subject, stored.tokenVersion);
  const { choices } = questionView(toLanguage(stored.language) ?? "en", asked);
  return {
    answer: links.answer,
    choices: choices.map(({ value, aloud }) => ({
      value,
      label: aloud,
      url: links.choice(value),
    })),
    preferences: links.preferences,
  };
}

/** The same key names the same ask: whoever it was made for gets the same links again. */
function isSamePerson({ contactId, contact }: PersonInput, stored: StoredInvitation): boolean {
  return contactId ? contactId === stored.contactId : contact?.email === stored.email;
}

type Outcome = {
  ctx: Ctx;
  asked: AskedQuestion;
  before: ReadonlyMap<string, StoredInvitation>;
  stored: ReadonlyMap<string, StoredInvitation>;
  refused: ReadonlyMap<string, RefusedReason>;
};

function resultOf(person: PersonInput, outcome: Outcome): InvitationResult {
  const { askKey } = person;
  const row = outcome.stored.get(askKey);
  const reason = outcome.refused.get(askKey) ?? "no_person";
  if (!row) return { askKey, state: "refused", reason };
  if (!isSamePerson(person, row)) return { askKey, state: "refused", reason: "ask_key_taken" };
  const { id: invitationId, contactId, language } = row;
  const links = linksOf(outcome.ctx, outcome.asked, row);
  const state = outcome.before.has(askKey) ? "existing" : "created";
  return { askKey, state, invitationId, contactId, language, links };
}

function counted(surveyId: string, people: InvitationResult[]): InvitationsDto {
  const count = (state: string) => people.filter((person) => person.state === state).length;
  return {
    surveyId,
    created: count("created"),
    existing: count("existing"),
    refused: count("refused"),
    people,
  };
}

/**
 * Makes links that somebody else's system sends. No mail of ours goes out; whom a wave would not ask is
 * not asked here either. The same call made again makes nothing new.
 */
export async function createInvitations({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<InvitationsDto> {
  requirePermission(ctx, "wave:send");
  const { surveyId, people, reason } = createInvitationsSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const askKeys = people.map(({ askKey }) => askKey);
  return withWorkspace(
    ctx,
    async (tx) => {
      const asked = await loadSurvey(tx, ctx, surveyId);
      const before = await existingInvitations(tx, workspaceId, surveyId, askKeys);
      const rest = people.filter(({ askKey }) => !before.has(askKey));
      const found = await findPeople(tx, ctx, rest);
      const { ask, refused } = await chooseWhomToAsk(tx, ctx, asked, found);
      if (ask.length > 0) await insertApiInvitations(tx, ctx, surveyId, ask);
      const stored = await existingInvitations(tx, workspaceId, surveyId, askKeys);
      await markFactsChanged(
        tx,
        workspaceId,
        ask.map(({ accountId }) => accountId),
        ctx.now,
      );
      await writeAudit(tx, ctx, {
        verb: "createInvitations",
        subjectType: "survey",
        subjectId: surveyId,
        fields: reason ? ["invitations", `reason:${reason}`] : ["invitations"],
      });
      const toResult = (person: PersonInput) =>
        resultOf(person, { ctx, asked, before, stored, refused });
      return counted(surveyId, people.map(toResult));
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
