import { ANSWER_FIELDS } from "../kinds/answer-fields";
import { plainName } from "../mapping/plain-name";
import type { MappingPreset } from "./preset";

// Where the names of columns are from stands in docs/imports.md.

/** The customer among a person's properties, whose names everybody chooses: an id before a name. */
const CUSTOMER = ["account id", "customer id", "customer number", "company id"].concat([
  "account name",
  "account",
  "company name",
  "company",
  "customer",
]);

/** The same name among the columns of an API's answer that was flattened into a table. */
function orProperty(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `properties ${name}`, `person properties ${name}`]);
}

export const delighted: MappingPreset = {
  key: "delighted",
  kind: "answers",
  needs: [
    ["survey type", "response type", "permalink", "response id"],
    ["score"],
    ["comment"],
    ["created at", "survey responded at", "responded at"],
  ],
  columns: {
    externalId: ["response id", "id"],
    // The column "person" alone holds Delighted's own number of the person.
    email: ["person email", "email", "email address"],
    accountExternalId: orProperty(CUSTOMER),
    survey: ["survey name", "project name", "project"],
    question: ["survey type", "response type"],
    score: ["score"],
    comment: ["comment"],
    answeredOn: ["survey responded at", "responded at", "created at"],
  },
};

export const customerGauge: MappingPreset = {
  key: "customerGauge",
  kind: "answers",
  needs: [["nps score"], ["sent date"], ["response date"]],
  columns: {
    externalId: ["response id", "survey record id", "survey id"],
    email: ["email", "contact email", "email address", "customer email"],
    accountExternalId: CUSTOMER,
    survey: ["survey", "survey name", "touchpoint"],
    score: ["nps score"],
    comment: ["comment", "nps comment"],
    answeredOn: ["response date"],
  },
};

function namesOf(key: string): string[] {
  const field = ANSWER_FIELDS.find((candidate) => candidate.key === key);
  return field ? [field.label, ...field.synonyms].map(plainName) : [];
}

/** Somebody's own list, in any of the five languages. */
export const npsSheet: MappingPreset = {
  key: "npsSheet",
  kind: "answers",
  needs: [
    namesOf("answeredOn"),
    namesOf("score"),
    [...namesOf("accountExternalId"), ...namesOf("email")],
  ],
  columns: Object.fromEntries(ANSWER_FIELDS.map(({ key }) => [key, namesOf(key)])),
};
