import { z } from "zod";

const money = z.int().describe("Minor units of the workspace's currency.");
const share = z.number().nullable();
const end = z.number().nullable();

const links = z.object({
  answer: z.url(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), url: z.url() })),
  preferences: z.url(),
});
const person = z.object({
  askKey: z.string(),
  state: z.enum(["created", "existing", "refused"]),
  reason: z.string().optional().describe("Why it was refused."),
  invitationId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  language: z.string().optional(),
  links: links.optional(),
});

export const invitationsAnswer = z.object({
  surveyId: z.uuid(),
  created: z.int(),
  existing: z.int(),
  refused: z.int(),
  people: z.array(person).describe("In the order of the call."),
});

export const segmentsAnswer = z.object({
  currency: z.string(),
  allAccounts: z.int().nullable().describe("Null while figures are being computed, as below."),
  allRunningMinor: money.nullable(),
  segments: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      rules: z
        .looseObject({ kind: z.string() })
        .describe("Conditions, nested by all, any and not."),
      accounts: z.int().nullable().describe("All that match, active or not."),
      activeAccounts: z.int().nullable(),
      runningMinor: money.nullable().describe("Null where no account is active."),
      share: share.describe(
        "Of the running revenue of all; null where that is 0 or none is active.",
      ),
      createdOn: z.iso.date(),
      updatedOn: z.iso.date(),
    }),
  ),
});

export const segmentAccountsAnswer = z.object({
  asOf: z.iso.date(),
  accounts: z.array(
    z.object({
      id: z.uuid(),
      source: z.string(),
      externalId: z.string().nullable(),
      name: z.string(),
    }),
  ),
  nextCursor: z.uuid().nullable(),
});

const figure = z.object({
  measure: z.string(),
  name: z.string(),
  population: z.string().describe("Of whom."),
  unit: z.string(),
  value: z
    .number()
    .nullable()
    .describe("Null where there is not enough data; never 0 for unknown."),
  reason: z.string().nullable().describe("Why there is no value."),
  interval: z
    .object({ level: z.number(), method: z.string(), low: z.number(), high: z.number() })
    .nullable(),
  n: z.int(),
  coverage: share.describe("Share of the running revenue it rests on."),
  target: z.number().nullable(),
  from: z.iso.date(),
  until: z.iso.date().describe("The first day after the period."),
});

export const figuresAnswer = z.object({
  asOf: z.iso.date(),
  compareTo: z.iso.date(),
  currency: z.string(),
  segmentId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  epoch: z.int().describe("Two answers with one epoch rest on the same data."),
  activeAccounts: z.int(),
  runningMinor: money,
  figures: z.array(figure),
  states: z.array(
    z.object({
      state: z.string(),
      accounts: z.int(),
      revenueMinor: money,
      share,
      low: end,
      high: end,
    }),
  ),
  coverage: z.object({ asked: share, heard: share, signerHeard: share }),
});
