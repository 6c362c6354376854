import { COMPLAINT_TABLE } from "../tables/event-tables";
import { accountProblem } from "./account-problem";
import type { ComplaintRow } from "./complaint-row";
import type { ApplyCall, Outcome } from "./import-kind";
import { keepStored } from "./keep-stored";
import { resolveAccounts } from "./resolve-accounts";
import { contactOf, resolveContacts } from "./resolve-contacts";
import { writeById } from "./write-by-id";

export async function applyComplaints(call: ApplyCall<ComplaintRow>): Promise<Outcome> {
  const accounts = await resolveAccounts(
    call,
    call.rows.map(({ value }) => value.accountExternalId),
  );
  const contacts = await resolveContacts(
    call,
    call.rows.flatMap(({ value }) => value.contactEmail ?? []),
  );
  return writeById(call, COMPLAINT_TABLE, ({ value }) => {
    const accountId = accounts.get(value.accountExternalId);
    const message = accountProblem(accountId);
    if (message !== null || accountId === undefined) {
      return { problem: { field: "Account id", message: message ?? "" } };
    }
    const contactId = contactOf(contacts, value.contactEmail, accountId)?.id ?? null;
    return {
      make: (stored) => {
        const keep = keepStored(call.has, stored);
        return {
          account_id: accountId,
          contact_id: keep("contactEmail", contactId, "contact_id"),
          subject: value.subject,
          body: keep("body", value.body, "body"),
          opened_on: value.openedOn,
          solved_on: keep("solvedOn", value.solvedOn, "solved_on"),
        };
      },
    };
  });
}
