import { readEnv } from "@/lib/env";
import { instantOf } from "@/lib/format/calendar";
import { addressHashes } from "@/lib/mail/address-hash";
import type { Row } from "../rows/import-table";
import { RESPONSE_TABLE } from "../tables/answer-tables";
import { accountProblem } from "./account-problem";
import type { AnswerRow } from "./answer-row";
import type { ApplyCall, Outcome, ParsedRow } from "./import-kind";
import { keepStored } from "./keep-stored";
import { evidenceOf, underKnownIds } from "./known-answers";
import { addNote } from "./notes";
import { resolveAccounts } from "./resolve-accounts";
import { contactOf, resolveContacts } from "./resolve-contacts";
import { resolveSurveys, surveyKey } from "./resolve-surveys";
import { writeById } from "./write-by-id";

type Call = ApplyCall<AnswerRow>;

/** Addresses of people who were erased: an old file does not bring back what they said. */
async function loadErased(call: Call): Promise<Set<string>> {
  const workspaceId = call.ctx.workspace.id;
  const { LINK_KEYS } = readEnv();
  const emails = new Set(call.rows.flatMap(({ value }) => value.email ?? []));
  const hashes = new Map(
    [...emails].flatMap((email) =>
      addressHashes(LINK_KEYS, workspaceId, email).map((hash) => [hash, email] as const),
    ),
  );
  const rows = await call.tx.$queryRaw<{ hash: string }[]>`
    SELECT address_hash AS hash FROM suppression
    WHERE workspace_id = ${workspaceId}::uuid AND reason = 'erasure'
      AND address_hash = ANY(${[...hashes.keys()]}::text[])`;
  return new Set(rows.map(({ hash }) => hashes.get(hash) ?? ""));
}

async function withoutErased(call: Call): Promise<ParsedRow<AnswerRow>[]> {
  const erased = await loadErased(call);
  return call.rows.filter(({ rowNumber, value }) => {
    const isErased = value.email !== null && erased.has(value.email);
    if (isErased) addNote(call.notes, "erasedAnswers", rowNumber);
    return !isErased;
  });
}

type Whose = { contactId: string | null; accountId: string | null };

function toAnswer(call: Call, value: AnswerRow, stored: Row | null, whose: Whose): Row {
  const keep = keepStored(call.has, stored);
  const { timeZone } = call.ctx.workspace;
  return {
    contact_id: whose.contactId,
    account_id: whose.accountId,
    question: value.question,
    value_number: value.score,
    comment: keep("comment", value.comment, "comment"),
    scale: value.scale,
    scope: "relationship",
    class: "confirmed",
    evidence: stored?.evidence ?? evidenceOf(value),
    answered_at: instantOf(timeZone, value.answeredOn, "12:00").toISOString(),
    answered_on: value.answeredOn,
  };
}

/**
 * Past answers, dated as they were given. They have no invitation: they alert nobody, and nobody counts
 * as asked by them. A person who is not among the contacts stays unnamed, and so does a company that is
 * not among the accounts: the old tool's number counts them as well.
 */
export async function applyAnswers(given: Call): Promise<Outcome> {
  const call = { ...given, rows: await withoutErased(given) };
  const values = call.rows.map(({ value }) => value);
  const surveys = await resolveSurveys(call, values);
  const contacts = await resolveContacts(
    call,
    values.flatMap((value) => value.email ?? []),
  );
  const accounts = await resolveAccounts(
    call,
    values.flatMap((value) => value.accountExternalId ?? []),
  );
  const accountIdOf = ({ accountExternalId }: AnswerRow) => {
    const accountId = accounts.get(accountExternalId ?? "") ?? null;
    return accountId === "ambiguous" ? null : accountId;
  };
  const rows = await underKnownIds(call, accountIdOf);
  return writeById({ ...call, rows }, RESPONSE_TABLE, ({ rowNumber, value }) => {
    const ofFile = accounts.get(value.accountExternalId ?? "");
    if (ofFile === "ambiguous") {
      return { problem: { field: "Account id", message: accountProblem(ofFile) ?? "" } };
    }
    const accountId = ofFile ?? null;
    const contact = contactOf(contacts, value.email, accountId);
    if (value.accountExternalId !== null && accountId === null && contact === null) {
      addNote(call.notes, "answersOfNoAccount", rowNumber);
    } else if (contact === null) addNote(call.notes, "answersOfNobody", rowNumber);
    const whose = {
      contactId: contact?.id ?? null,
      accountId: contact?.accountId ?? accountId,
    };
    const surveyId = surveys.get(surveyKey(value)) ?? null;
    return {
      make: (stored) => ({ ...toAnswer(call, value, stored, whose), survey_id: surveyId }),
    };
  });
}
