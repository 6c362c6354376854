import { applyContacts } from "./apply-contacts";
import { CONTACT_FIELDS } from "./contact-fields";
import { parseContact } from "./contact-row";
import { defineKind } from "./import-kind";

export const contacts = defineKind({
  name: "contacts",
  label: "Contacts",
  about: "The people at your accounts: name, e-mail, role, language.",
  fields: CONTACT_FIELDS,
  idFields: [["externalId"]],
  entity: "contact",
  keepsAttributes: false,
  parentField: null,
  parse: parseContact,
  apply: applyContacts,
});
