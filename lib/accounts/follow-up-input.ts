import { z } from "zod";
import { day, idOf, orNothing, orNull, required, text } from "./account-input";
import { seenValues } from "./merge-edits";

const body = z
  .string({ error: "Say what was promised." })
  .trim()
  .min(1, "Say what was promised.")
  .max(500, "Keep the promise under 500 characters.");

export const logPromiseSchema = z.object({
  accountId: required("the account"),
  body,
  dueOn: day,
});

export const closePromiseSchema = z.object({
  promiseId: z.uuid({ error: "Choose the promise from the list." }),
  outcome: z.enum(["kept", "broken"], { error: "Say whether the promise was kept." }),
});

/** What a case follows up on, as a form says it: "silence", or "complaint:" and "answer:" with an id. */
const ABOUT =
  /^(?:(complaint|answer):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(silence)|(other))$/;
export const ABOUT_WHAT = "Choose from the list what the case is about.";
const about = z
  .string({ error: ABOUT_WHAT })
  .regex(ABOUT, ABOUT_WHAT)
  .transform((given) => {
    const [signal = "", refId = null] = given.split(":");
    return { signal: signal as "complaint" | "answer" | "silence" | "other", refId };
  });

export const openCaseSchema = z.object({
  accountId: required("the account"),
  about: about.prefault("other"),
  note: z
    .string({ error: "Say what is to be followed up." })
    .trim()
    .min(1, "Say what is to be followed up.")
    .max(500, "Keep the note under 500 characters."),
  /** Without one it is whoever opens the case. */
  ownerId: orNothing(idOf("Choose a colleague from the list.")),
  dueOn: day,
});

const caseRef = {
  kind: z.enum(["complaint", "case"], { error: "Choose the complaint or case from the list." }),
  caseId: z.uuid({ error: "Choose the complaint or case from the list." }),
};

export const closeCaseSchema = z.object({
  ...caseRef,
  note: z
    .string({ error: "Say what was done." })
    .trim()
    .min(1, "Say what was done.")
    .max(500, "Keep the note under 500 characters."),
});

export const reopenCaseSchema = z.object(caseRef);

export const handOverCaseSchema = z.object({
  caseId: caseRef.caseId,
  ownerId: z.uuid({ error: "Choose a colleague from the list." }),
});

const AMOUNT = "Give the amount as a number.";
const minor = z.coerce
  .number({ error: AMOUNT })
  .int(AMOUNT)
  .min(0, "Give an amount of at least 0.")
  .max(Number.MAX_SAFE_INTEGER, "This amount is too large.");

export const logWalletSchema = z
  .object({
    accountId: required("the account"),
    /** Without one the estimate is for everything we sell. */
    productTypeId: orNothing(idOf("Choose the product type from the list.")),
    yearlyLowMinor: minor,
    yearlyHighMinor: minor,
    provenance: z.enum(["asked", "estimated"], { error: "Say whether it was asked or estimated." }),
    estimatedOn: day,
  })
  .refine(({ yearlyLowMinor, yearlyHighMinor }) => yearlyHighMinor >= yearlyLowMinor, {
    path: ["yearlyHighMinor"],
    message: "The upper amount cannot be below the lower one.",
  });

const SHARE = "Give the discount in percent, from 0 to 100.";
const share = orNothing(orNull(z.coerce.number({ error: SHARE }).min(0, SHARE).max(1, SHARE)));
const ROUNDS = "Give the rounds as a whole number.";

const negotiation = {
  openedOn: day,
  closedOn: orNothing(orNull(day)),
  rounds: orNothing(
    orNull(z.coerce.number({ error: ROUNDS }).int(ROUNDS).min(0, ROUNDS).max(1000, ROUNDS)),
  ),
  discountAskedRatio: share,
  discountGrantedRatio: share,
  rival: orNothing(text(200, "the rival")),
  outcome: z.enum(["open", "won", "lost"], { error: "Say how it stands: open, signed or lost." }),
};

type Dates = { openedOn: string; closedOn: string | null; outcome: string };

function isClosedWithDate({ closedOn, outcome }: Dates): boolean {
  return (outcome === "open") === (closedOn === null);
}

function isInOrder({ openedOn, closedOn }: Dates): boolean {
  return closedOn === null || closedOn >= openedOn;
}

const DATED = {
  path: ["closedOn"],
  message: "A negotiation that ended has the day it ended; one that is open has none.",
};
const ORDERED = { path: ["closedOn"], message: "It cannot end before it began." };

export const logNegotiationSchema = z
  .object({ contractId: z.uuid({ error: "Choose the contract from the list." }), ...negotiation })
  .refine(isClosedWithDate, DATED)
  .refine(isInOrder, ORDERED);

export const updateNegotiationSchema = z
  .object({
    negotiationId: z.uuid({ error: "Choose the negotiation from the list." }),
    ...negotiation,
    seen: seenValues,
  })
  .refine(isClosedWithDate, DATED)
  .refine(isInOrder, ORDERED);
