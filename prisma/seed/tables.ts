// The columns the story writes, with their Postgres types; "?" marks those that may be left out.
// The order is the order of writing: a row comes after the rows it points to.

const EVENT = { id: "uuid", accountId: "uuid" } as const;
const EXTERNAL = { source: "text", externalId: "text?" } as const;
const DAY_CREATED = { createdAt: "timestamptz" } as const;

export const TABLES = {
  employee: { id: "uuid", name: "text", email: "text", userId: "uuid?", leftOn: "date?" },
  productType: {
    id: "uuid",
    ...EXTERNAL,
    name: "text",
    billedAs: "text",
    marginRatio: "float8?",
    ...DAY_CREATED,
  },
  touchpoint: {
    id: "uuid",
    stage: "text",
    name: "text",
    kind: "text",
    ownerId: "uuid?",
    position: "int",
  },
  survey: {
    id: "uuid",
    familyId: "uuid",
    version: "int",
    name: "text",
    question: "text",
    scale: "text",
    scope: "text",
    touchpointId: "uuid?",
    followUps: "text[]",
    ...DAY_CREATED,
  },
  account: {
    id: "uuid",
    ...EXTERNAL,
    ordinal: "int",
    name: "text",
    parentId: "uuid?",
    decidesForSites: "boolean",
    ownerId: "uuid?",
    ownerSince: "date?",
    sizeBand: "text?",
    industry: "text?",
    country: "text?",
    region: "text?",
    currency: "text",
    customerSince: "date?",
    acquiredBy: "text",
    referredById: "uuid?",
    ...DAY_CREATED,
    updatedAt: "timestamptz",
  },
  contact: {
    ...EVENT,
    ...EXTERNAL,
    firstName: "text?",
    lastName: "text?",
    email: "text?",
    title: "text?",
    role: "text?",
    language: "text?",
    worksWithId: "uuid?",
    leftOn: "date?",
    ...DAY_CREATED,
    updatedAt: "timestamptz",
  },
  contract: {
    ...EVENT,
    productTypeId: "uuid?",
    ...EXTERNAL,
    name: "text",
    noticeDays: "int",
    autoRenews: "boolean",
    isIndexed: "boolean",
    noticeGivenOn: "date?",
    endedOn: "date?",
    marginRatio: "float8?",
    ...DAY_CREATED,
    updatedAt: "timestamptz",
  },
  contractTerm: {
    id: "uuid",
    contractId: "uuid",
    startsOn: "date",
    endsOn: "date?",
    recurringMinor: "bigint",
    currency: "text",
    decidedBy: "text",
    decidedOn: "date",
  },
  renewalNegotiation: {
    id: "uuid",
    contractId: "uuid",
    openedOn: "date",
    closedOn: "date?",
    rounds: "int?",
    listMinor: "bigint?",
    signedMinor: "bigint?",
    currency: "text",
    discountAskedRatio: "float8?",
    discountGrantedRatio: "float8?",
    rival: "text?",
    outcome: "text",
  },
  managerCall: {
    id: "uuid",
    contractId: "uuid",
    call: "text",
    line: "text",
    calledOn: "date",
    calledById: "uuid",
    outcome: "text?",
  },
  purchase: {
    ...EVENT,
    productTypeId: "uuid?",
    contractId: "uuid?",
    ...EXTERNAL,
    orderNumber: "text?",
    orderedOn: "date",
    amountMinor: "bigint",
    listMinor: "bigint?",
    marginMinor: "bigint?",
    currency: "text",
    quantity: "float8?",
    chosenBy: "text?",
    automaticKind: "text?",
    requiredOn: "date?",
    shippedOn: "date?",
    ...DAY_CREATED,
  },
  churnEvent: {
    ...EVENT,
    contractId: "uuid?",
    ...EXTERNAL,
    kind: "text",
    happenedOn: "date",
    reason: "text?",
    rival: "text?",
    amountMinor: "bigint?",
    currency: "text?",
    ...DAY_CREATED,
  },
  complaint: {
    ...EVENT,
    contactId: "uuid?",
    ...EXTERNAL,
    subject: "text",
    body: "text?",
    openedOn: "date",
    solvedOn: "date?",
    ...DAY_CREATED,
  },
  promise: {
    ...EVENT,
    madeById: "uuid?",
    body: "text",
    madeOn: "date",
    dueOn: "date",
    keptOn: "date?",
    brokenOn: "date?",
    ...DAY_CREATED,
  },
  touch: {
    ...EVENT,
    contactId: "uuid?",
    employeeId: "uuid?",
    ...EXTERNAL,
    kind: "text",
    isTwoWay: "boolean",
    happenedOn: "date",
    note: "text?",
    nextStep: "text?",
    nextStepOn: "date?",
    praisedDrivers: "text[]",
    criticisedDrivers: "text[]",
    ...DAY_CREATED,
  },
  touchpointAudit: {
    id: "uuid",
    touchpointId: "uuid",
    auditedOn: "date",
    score: "int",
    note: "text?",
    ...DAY_CREATED,
  },
  surveyDoor: {
    id: "uuid",
    surveyId: "uuid",
    kind: "text",
    name: "text",
    employeeId: "uuid?",
    ...DAY_CREATED,
  },
  wave: {
    id: "uuid",
    surveyId: "uuid",
    name: "text",
    state: "text",
    ...DAY_CREATED,
    startedAt: "timestamptz?",
    closesOn: "date",
  },
  invitation: {
    id: "uuid",
    waveId: "uuid?",
    surveyId: "uuid",
    contactId: "uuid?",
    accountId: "uuid?",
    channel: "text",
    doorId: "uuid?",
    language: "text",
    ...DAY_CREATED,
    closesOn: "date",
    handedAt: "timestamptz?",
    deliveredAt: "timestamptz?",
    skippedReason: "text?",
  },
  invitationVisit: {
    id: "uuid",
    invitationId: "uuid",
    at: "timestamptz",
    method: "text",
    choice: "text?",
  },
  responseEvent: {
    id: "uuid",
    invitationId: "uuid?",
    surveyId: "uuid",
    contactId: "uuid?",
    accountId: "uuid?",
    question: "text",
    valueNumber: "int?",
    valueCode: "text?",
    comment: "text?",
    scale: "text?",
    scope: "text",
    class: "text",
    reason: "text?",
    answeredAt: "timestamptz",
    answeredOn: "date",
  },
  walletEstimate: {
    ...EVENT,
    productTypeId: "uuid?",
    yearlyLowMinor: "bigint",
    yearlyHighMinor: "bigint",
    currency: "text",
    provenance: "text",
    estimatedOn: "date",
    ...DAY_CREATED,
  },
  target: {
    id: "uuid",
    measure: "text",
    segmentId: "uuid?",
    value: "float8",
    validFrom: "date",
    ...DAY_CREATED,
  },
} as const satisfies Record<string, Record<string, string>>;

export type TableName = keyof typeof TABLES;

type ValueOf<Type extends string> = Type extends `${infer Base}?`
  ? ValueOf<Base> | null
  : Type extends "int" | "bigint" | "float8"
    ? number
    : Type extends "boolean"
      ? boolean
      : Type extends "text[]"
        ? readonly string[]
        : string;
type OptionalColumn<Columns> = {
  [K in keyof Columns]: Columns[K] extends `${string}?` ? K : never;
}[keyof Columns];

export type Row<Name extends TableName> = (typeof TABLES)[Name] extends infer Columns extends
  Record<string, string>
  ? { [K in Exclude<keyof Columns, OptionalColumn<Columns>>]: ValueOf<Columns[K]> } & {
      [K in OptionalColumn<Columns>]?: ValueOf<Columns[K]>;
    }
  : never;

/** All rows of one story, by table. */
export type StoryRows = { [Name in TableName]: Row<Name>[] };

export function noRows(): StoryRows {
  return Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as StoryRows;
}
