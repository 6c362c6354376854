import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { ShareReview } from "@/app/w/[workspace]/accounts/[account]/review/share-review";
import { UsReview } from "@/app/w/[workspace]/accounts/[account]/review/us-review";
import { logNegotiation } from "@/lib/accounts/log-negotiation";
import { logTouch } from "@/lib/accounts/log-touch";
import { recordCall } from "@/lib/accounts/record-call";
import { newId } from "@/lib/db/new-id";
import { LANGUAGES } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import { getAccountReview } from "@/lib/loyalty/get-account-review";
import { useTestDatabase } from "../../support/database";
import { createContact } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import {
  createComplaint,
  createPromise,
  createPurchases,
  createWallet,
} from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

useTestDatabase();

let story: Awaited<ReturnType<typeof tellStory>>;

/** Words that must never lie on the customer's table: names, what was said, notes, rivals, lines. */
const SECRET = {
  signer: "Krogsgaard",
  verbatim: "Third invoice with errors",
  note: "They bluff about the rival",
  subject: "Angry about the technician",
  promise: "Keep quiet about the price list",
  rival: "Pumpex",
  line: "They always sign in the last week",
};

beforeAll(async () => {
  story = await tellStory();
  const { world, nps, passive } = story;
  const { id } = passive;
  const ctx = world.ctx("account_manager", { employeeId: story.holm.id });
  const signer = await createContact(world, id, {
    ...{ firstName: "Per", lastName: SECRET.signer, role: "decision_maker" },
  });
  await createAnswer(world, nps, signer, { on: "2026-09-20", value: 2 });
  const said = { question: "comment" as const, comment: SECRET.verbatim };
  await createAnswer(world, nps, signer, { on: "2026-09-20", ...said });
  const touch = { accountId: id, kind: "call", happenedOn: "2026-09-25" };
  await logTouch({ ctx, input: { ...touch, note: SECRET.note, isTwoWay: true } });
  await createComplaint(world, id, {
    openedOn: "2026-09-01",
    solvedOn: "2026-09-07",
    subject: SECRET.subject,
  });
  await createPromise(world, id, {
    madeOn: "2026-08-01",
    dueOn: "2026-08-15",
    body: SECRET.promise,
  });
  await createPurchases(world, id, [{ on: "2026-06-01", amountMinor: 10_000, chosenBy: "active" }]);
  await createWallet(world, id, { on: "2026-03-01", lowMinor: 4_000_000, highMinor: 5_000_000 });
  const contract = await world.in((tx) =>
    tx.contract.findFirstOrThrow({ where: { workspaceId: world.workspace.id, accountId: id } }),
  );
  const contractId = contract.id;
  await recordCall({ ctx, input: { contractId, call: "safe", line: SECRET.line } });
  const round = { contractId, openedOn: "2026-09-10", outcome: "open", rival: SECRET.rival };
  await logNegotiation({ ctx, input: { ...round, discountAskedRatio: 0.12 } });
});

function review(whom: string, accountId = story.passive.id) {
  return getAccountReview({ ctx: story.world.ctx(), input: { accountId, for: whom } });
}

async function shared(locale: string) {
  const made = await review("share");
  if (made.for !== "share") throw new Error("not the one to share");
  const as = { locale, currency: "DKK", asOf: AS_OF };
  return renderToStaticMarkup(createElement(ShareReview, { review: made.review, as }));
}

async function internal() {
  const made = await review("us");
  if (made.for !== "us") throw new Error("not the one for us");
  const as = { locale: "en", currency: "DKK", asOf: AS_OF };
  const { account, complaints } = made;
  return renderToStaticMarkup(createElement(UsReview, { account, complaints, as }));
}

describe("the review for us", () => {
  test("has what the other one must not have: so its absence there proves something", async () => {
    const html = await internal();
    for (const secret of Object.values(SECRET).filter((text) => text !== SECRET.line))
      expect(html).toContain(secret);
    expect(html).toContain("at risk");
    expect(html).toContain("Signal");
  });
});

describe("the review to share", () => {
  test.each(LANGUAGES)(
    "in %s shows no name with a score, no verbatim, no note and no signal",
    async (locale) => {
      const html = await shared(locale);
      for (const secret of Object.values(SECRET)) expect(html).not.toContain(secret);
      for (const name of ["Anne Krog", "Krog", "Jens"]) expect(html).not.toContain(name);
      const t = staffWords(locale, "loyalty");
      for (const word of ["S1", "S3", "S5", "W4", "W8"] as const)
        expect(html).not.toContain(t(`signals.${word}`));
      for (const word of ["atRisk", "watch", "onTrack"] as const)
        expect(html).not.toContain(t(`verdicts.${word}`));
      expect(html).not.toContain(staffWords(locale, "chart")("states.passive.word"));
      expect(html).not.toMatch(/NPS|CSat|12\s?%|>[0]?[.,]20</);
    },
  );

  test("is made of nothing else: what reaches the page holds none of it either", async () => {
    const text = JSON.stringify(await review("share"));
    for (const secret of Object.values(SECRET)) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/score|attitude|behaviour|signal|managerCall|wallet|comment|rival/i);
  });

  test("tells what both sides can count", async () => {
    const html = await shared("en");
    expect(html).toContain("Grenaa Havn and Nordlys");
    expect(html).toContain("Service agreement");
    expect(html).toContain("3 of 3 people at your company answered");
    const made = await review("share");
    expect(made).toMatchObject({
      review: {
        contactPerson: "Mette Holm",
        promises: { made: 1, kept: 0, open: 0, notKept: 1 },
        complaints: [{ openedOn: "2026-09-01", solvedOn: "2026-09-07", days: 6 }],
        purchases: [{ chosenBy: "active", orders: 1 }],
      },
    });
  });
});

describe("a review", () => {
  test("is of an account of the workspace, for whoever may read it, and for us or to share", async () => {
    await expect(review("press")).rejects.toBeInstanceOf(ZodError);
    await expect(review("us", newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const input = { accountId: story.passive.id, for: "us" };
    const other = await createWorld();
    await expect(getAccountReview({ ctx: other.ctx(), input })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const actor = { type: "respondent", invitationId: newId() } as const;
    const ctx = { ...story.world.ctx(), actor };
    await expect(getAccountReview({ ctx, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
