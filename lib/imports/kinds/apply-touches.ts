import { TOUCH_TABLE } from "../tables/event-tables";
import { accountProblem } from "./account-problem";
import type { ApplyCall, Outcome } from "./import-kind";
import { keepStored } from "./keep-stored";
import { resolveAccounts } from "./resolve-accounts";
import { contactOf, resolveContacts } from "./resolve-contacts";
import { resolveEmployees } from "./resolve-employees";
import type { TouchRow } from "./touch-row";
import { writeById } from "./write-by-id";

type Call = ApplyCall<TouchRow>;

async function lookUp(call: Call) {
  const values = call.rows.map(({ value }) => value);
  return {
    accounts: await resolveAccounts(
      call,
      values.flatMap((value) => value.accountExternalId ?? []),
    ),
    contacts: await resolveContacts(
      call,
      values.flatMap((value) => value.contactEmail ?? []),
    ),
    colleagues: await resolveEmployees(
      call,
      values.map((value) => ({ email: value.employeeEmail, name: null })),
    ),
  };
}

function whoseIs(value: TouchRow, found: Awaited<ReturnType<typeof lookUp>>) {
  if (value.accountExternalId === null) {
    const contact = contactOf(found.contacts, value.contactEmail, null);
    if (contact) return { accountId: contact.accountId, contactId: contact.id };
    const message =
      "E-mail names no contact, or people of several accounts. Give the account id beside it.";
    return { problem: { field: "E-mail", message } };
  }
  const accountId = found.accounts.get(value.accountExternalId);
  const message = accountProblem(accountId);
  if (message !== null || accountId === undefined) {
    return { problem: { field: "Account id", message: message ?? "" } };
  }
  return {
    accountId,
    contactId: contactOf(found.contacts, value.contactEmail, accountId)?.id ?? null,
  };
}

export async function applyTouches(call: Call): Promise<Outcome> {
  const found = await lookUp(call);
  return writeById(call, TOUCH_TABLE, ({ value }) => {
    const whose = whoseIs(value, found);
    if ("problem" in whose) return { problem: whose.problem };
    const employeeId = found.colleagues.get(value.employeeEmail ?? "") ?? null;
    return {
      make: (stored) => {
        const keep = keepStored(call.has, stored);
        return {
          account_id: whose.accountId,
          contact_id: keep("contactEmail", whose.contactId, "contact_id"),
          employee_id: keep("employeeEmail", employeeId, "employee_id"),
          kind: keep("kind", value.kind, "kind") ?? value.kind,
          is_two_way: keep("isTwoWay", value.isTwoWay, "is_two_way") ?? value.isTwoWay,
          happened_on: value.happenedOn,
          note: keep("note", value.note, "note"),
          next_step: keep("nextStep", value.nextStep, "next_step"),
          next_step_on: keep("nextStepOn", value.nextStepOn, "next_step_on"),
        };
      },
    };
  });
}
