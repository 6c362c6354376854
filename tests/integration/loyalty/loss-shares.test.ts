import { expect, test } from "vitest";
import { closeOfMonth } from "@/lib/facts/build-account-months";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { learnedLossShares } from "@/lib/loyalty/loss-shares";
import { accountStanding, type LossSpan, lastWholeMonth, lossShares } from "@/lib/metrics";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createContract, createPurchases } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { tellStory } from "./story";

useTestDatabase();

const AS_OF = "2026-10-02";
const AS_OF_DAY = dayNumber(AS_OF);
const ACCOUNTS = 3;

/** A few accounts of one kind. */
async function worldOf(given: (world: World, accountId: string) => Promise<unknown>) {
  const world = await createWorld({ asOf: AS_OF });
  for (let index = 0; index < ACCOUNTS; index += 1)
    await given(world, (await createAccount(world)).id);
  return world;
}

function sharesOf(world: World, asOfDay = AS_OF_DAY) {
  return withFacts(world.ctx(), async (_, facts) => learnedLossShares(facts, asOfDay));
}

test("without a year behind them there is nothing to learn, and the shares are assumed", async () => {
  const world = await worldOf((one, id) =>
    createContract(one, id, { terms: [{ from: "2026-01-01", to: null, yearlyMinor: 1_000 }] }),
  );
  expect((await sharesOf(world)).notKnown).toEqual({
    value: 0.15,
    basis: "assumed",
    accountYears: 0,
  });
});

test("an account that left is lost whole, in every span that ends after it", async () => {
  const world = await worldOf((one, id) =>
    createContract(one, id, {
      terms: [{ from: "2024-06-01", to: "2026-06-01", yearlyMinor: 1_000 }],
    }),
  );
  // Closes of June 2024 to September 2025 have a year after them; of those four end after the loss.
  const { notKnown } = await sharesOf(world);
  expect(notKnown.accountYears).toBeCloseTo((ACCOUNTS * 16) / 12, 12);
  expect(notKnown.value).toBeCloseTo(4 / 16, 12);
  const before = await sharesOf(world, dayNumber("2026-05-31"));
  expect(before.notKnown.accountYears).toBeCloseTo((ACCOUNTS * 12) / 12, 12);
  expect(before.notKnown.value).toBeCloseTo((20 * 0.15) / (ACCOUNTS + 20), 12);
});

test("a contract that shrank by a tenth lost a tenth", async () => {
  const world = await worldOf((one, id) =>
    createContract(one, id, {
      terms: [
        { from: "2024-06-01", to: "2026-06-01", yearlyMinor: 1_000 },
        { from: "2026-06-01", to: "2029-06-01", yearlyMinor: 900 },
      ],
    }),
  );
  const prior = 20 * 900;
  const years = ACCOUNTS / 12;
  expect((await sharesOf(world)).notKnown.value).toBeCloseTo(
    (years * 4 * 100 + prior * 0.15) / (years * 16 * 1_000 + prior),
    7,
  );
});

test("a lumpy buyer's thin year is no loss", async () => {
  const world = await worldOf((one, id) =>
    createPurchases(one, id, [
      { on: "2023-01-02", amountMinor: 500 },
      { on: "2024-03-01", amountMinor: 1_000 },
      { on: "2025-03-01", amountMinor: 1_200 },
      { on: "2026-03-01", amountMinor: 400 },
    ]),
  );
  const { notKnown } = await sharesOf(world);
  // Closes of March 2024 to September 2025; the mean account's 400 carry the assumption.
  expect(notKnown.accountYears).toBeCloseTo((ACCOUNTS * 19) / 12, 12);
  const base = (ACCOUNTS * (12 * 1_000 + 7 * 1_200)) / 12;
  expect(notKnown.value).toBeCloseTo((20 * 400 * 0.15) / (base + 20 * 400), 12);
});

test("the shares are those of every account placed at every close by itself", async () => {
  const { world } = await tellStory();
  const expected = await withFacts(world.ctx(), async (_, facts) => {
    const last = lastWholeMonth(AS_OF_DAY);
    const spans: LossSpan[] = [];
    let running = 0;
    let active = 0;
    for (const { history } of facts.units) {
      const at = (month: number) =>
        accountStanding(history, closeOfMonth(month), facts.contexts.at(closeOfMonth(month)));
      const today = accountStanding(history, AS_OF_DAY, facts.contexts.at(AS_OF_DAY));
      if (today.standing !== null) {
        running += today.revenue.runningMinor;
        active += 1;
      }
      for (let month = facts.contexts.dataFromMonth + 11; month + 12 <= last; month += 1) {
        const opening = at(month);
        const closing = at(month + 12);
        if (opening.standing === null) continue;
        const openingMinor = opening.revenue.runningMinor / 12;
        const proven = Math.min(1, closing.behaviour.kept.provenRatio ?? 1);
        spans.push({
          state: opening.standing.state,
          openingMinor,
          closingMinor: closing.standing === null ? 0 : openingMinor * proven,
          accountYears: 1 / 12,
        });
      }
    }
    expect(spans.length).toBeGreaterThan(10);
    return lossShares(spans, running / active);
  });
  const learned = await sharesOf(world);
  for (const state of ["loyal", "passive", "latent", "leaving", "notKnown"] as const) {
    expect(learned[state].value).toBeCloseTo(expected[state].value, 9);
    expect(learned[state].accountYears).toBeCloseTo(expected[state].accountYears, 9);
  }
});
