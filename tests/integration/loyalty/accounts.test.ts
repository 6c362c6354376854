import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { newId } from "@/lib/db/new-id";
import { getAccount } from "@/lib/loyalty/get-account";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { getRenewals } from "@/lib/loyalty/get-renewals";
import { searchAccounts } from "@/lib/loyalty/search-accounts";
import { useTestDatabase } from "../../support/database";
import {
  createAccount,
  createContact,
  createEmployee,
  createProductType,
} from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import {
  createComplaint,
  createContract,
  createPromise,
  createPurchases,
  createRegularOrders,
  createWallet,
} from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

useTestDatabase();

let story: Awaited<ReturnType<typeof tellStory>>;

beforeAll(async () => {
  story = await tellStory();
});

function search(input: object) {
  return searchAccounts({ ctx: story.world.ctx(), input });
}

function account(accountId: string, more: object = {}) {
  return getAccount({ ctx: story.world.ctx(), input: { accountId, ...more } });
}

describe("the table of accounts", () => {
  test("without a filter has every account, the largest first", async () => {
    const { rows, total, totalRunningMinor } = await search({});
    expect(rows.map(({ name }) => name)).toEqual([
      "Malmö Kyl",
      "Grenaa Havn",
      "Loyal Works",
      "Ostrobotnia Mills",
      "Ribe Stål",
    ]);
    expect(total).toBe(5);
    expect(totalRunningMinor).toBe(6_850_000);
  });

  test("finds by name, and by state, owner and worklist at the same time", async () => {
    expect((await search({ search: "malmo" })).rows.map(({ name }) => name)).toEqual(["Malmö Kyl"]);
    const input = { state: "passive", ownerId: story.holm.id, worklist: "1" };
    expect((await search(input)).rows.map(({ name }) => name)).toEqual(["Grenaa Havn"]);
    expect((await search({ ...input, ownerId: story.dahl.id })).total).toBe(0);
  });

  test("sorts and cuts to pages without losing or repeating a row", async () => {
    const world = await createWorld();
    const made: string[] = [];
    for (let index = 0; index < 30; index += 1)
      made.push((await createAccount(world, { name: `Account ${index % 7}` })).id);
    const page = (number: number) =>
      searchAccounts({
        ctx: world.ctx(),
        input: { sort: "name", page: String(number), pageSize: "25" },
      });
    const [first, second, beyond] = [await page(1), await page(2), await page(9)];
    expect([first.pages, first.rows.length, second.rows.length]).toEqual([2, 25, 5]);
    const seen = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(seen.toSorted()).toEqual(made.toSorted());
    expect(beyond.page).toBe(2);
  });

  test("is that of its day, also where nothing happened in between", async () => {
    const on = (asOf: string) =>
      searchAccounts({ ctx: story.world.ctx("admin", { on: asOf }), input: {} });
    const states = ({ rows }: Awaited<ReturnType<typeof on>>) =>
      rows
        .map(({ name, state, runningMinor }) => [name, state?.state ?? null, runningMinor])
        .sort();
    const before = states(await on(AS_OF));
    const after = states(await on("2026-10-31"));
    expect(after).not.toEqual(before);
    expect(states(await on(AS_OF))).toEqual(before);
  });

  test("an account that never bought is listed as not active, and in no sum", async () => {
    const world = await createWorld();
    await createAccount(world, { name: "New lead" });
    const list = await searchAccounts({ ctx: world.ctx(), input: { state: "notActive" } });
    expect(list.rows[0]).toMatchObject({ state: null, isActive: false, behaviour: null });
    expect([list.total, list.totalActive, list.totalRunningMinor]).toEqual([1, 0, 0]);
  });

  test("refuses a column and a page that do not exist", async () => {
    await expect(search({ sort: "password" })).rejects.toBeInstanceOf(ZodError);
    await expect(search({ page: "-1" })).rejects.toBeInstanceOf(ZodError);
  });

  test("cannot see another workspace", async () => {
    const other = await createWorld();
    const list = await searchAccounts({ ctx: other.ctx(), input: { search: "Grenaa" } });
    expect(list.rows).toEqual([]);
    const ctx = { ...other.ctx(), actor: { type: "respondent", invitationId: newId() } } as const;
    await expect(searchAccounts({ ctx, input: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("an account's page", () => {
  test("says what counts most, with the four ways of attitude side by side", async () => {
    const page = await account(story.passive.id);
    expect(page.head.map(({ code }) => code)).toEqual(["decision", "signerBelowLine"]);
    expect(page.state).toEqual({ state: "passive", part: "unhappy", reason: null });
    expect(page.attitude).toMatchObject({
      score: 0.2,
      way: "leastConvinced",
      disagree: true,
      ways: {
        everyAnswer: expect.closeTo(0.45),
        everyPerson: expect.closeTo(0.45),
        leastConvinced: 0.2,
        signerFirst: 0.2,
      },
    });
    expect(
      page.people.map(({ name, role, lastAnswer }) => [name, role, lastAnswer?.value]),
    ).toEqual([
      ["Anne Krog", "decisionMaker", 4],
      ["Jens Krog", "user", 9],
    ]);
    expect(page.owner?.name).toBe("Mette Holm");
    expect(page.worklistLine?.atRiskMinor).toBe(300_000);
  });

  test("the decision date of a contract lies before its renewal by the notice", async () => {
    const { contracts } = await account(story.passive.id);
    expect(contracts).toHaveLength(1);
    expect(contracts[0]).toMatchObject({
      decisionOn: "2026-10-15",
      renewsOn: "2027-01-13",
      isActive: true,
      decidedBy: "automatic",
    });
  });

  test("its behaviour comes with its evidence", async () => {
    const { behaviour } = await account(story.latent.id);
    expect(behaviour.rhythm).toMatchObject({ status: "late", usualDays: 31, sinceDays: 93 });
    expect(behaviour.rhythmScore).toBeLessThan(0.5);
    expect(behaviour.score).toBe(behaviour.rhythmScore);
  });

  test("the timeline holds what happened, newest first, in pages and by kind", async () => {
    const { world, nps } = await tellStory();
    const { id } = await createAccount(world);
    const contact = await createContact(world, id);
    await createRegularOrders(world, id, {
      lastOn: "2026-09-01",
      everyDays: 20,
      count: 30,
      amountMinor: 100,
    });
    await createComplaint(world, id, { openedOn: "2026-09-05", subject: "Invoice error" });
    await createPromise(world, id, { madeOn: "2026-09-06", dueOn: "2026-09-20" });
    await createAnswer(world, nps, contact, { on: "2026-09-10", value: 3, comment: "Late again." });
    const read = (input: object) =>
      getAccount({ ctx: world.ctx(), input: { accountId: id, ...input } });
    const { timeline, head } = await read({});
    expect(timeline.entries.slice(0, 4).map(({ kind, on }) => [kind, on])).toEqual([
      ["answer", "2026-09-10"],
      ["promise", "2026-09-06"],
      ["complaint", "2026-09-05"],
      ["order", "2026-09-01"],
    ]);
    expect(timeline.entries[0]).toMatchObject({ text: "Late again.", answer: { value: 3 } });
    expect([timeline.total, timeline.pages, timeline.entries.length]).toEqual([33, 2, 25]);
    expect((await read({ page: 2 })).timeline.entries).toHaveLength(8);
    expect((await read({ kind: "complaint" })).timeline.total).toBe(1);
    expect(head.map(({ code }) => code)).toContain("promiseOverdue");
  });

  test("share of wallet is a range, and product types say which the account has", async () => {
    const world = await createWorld();
    const { id } = await createAccount(world);
    const pumps = await createProductType(world, { name: "Pumps" });
    await createProductType(world, { name: "Valves" });
    await createPurchases(world, id, [
      { on: "2026-03-01", amountMinor: 300_000, productTypeId: pumps.id },
    ]);
    await createWallet(world, id, {
      on: "2026-06-01",
      lowMinor: 400_000,
      highMinor: 600_000,
      productTypeId: pumps.id,
    });
    const page = await getAccount({ ctx: world.ctx(), input: { accountId: id } });
    expect(page.shareOfWallet).toMatchObject({ low: 0.5, high: 0.75, provenance: "asked" });
    expect(page.productTypes.map(({ name, isOwned }) => [name, isOwned])).toEqual([
      ["Pumps", true],
      ["Valves", false],
    ]);
  });

  test("a site shows the figures of the parent that decides for it, and says so", async () => {
    const world = await createWorld();
    const parent = await createAccount(world, { name: "Holding", decidesForSites: true });
    const site = await createAccount(world, { name: "Works", parentId: parent.id });
    await createContract(world, site.id, {
      terms: [{ from: "2025-01-01", to: "2028-01-01", yearlyMinor: 700_000 }],
    });
    const ctx = world.ctx();
    const page = await getAccount({ ctx, input: { accountId: site.id } });
    expect(page).toMatchObject({ name: "Works", runningMinor: 700_000 });
    expect(page.facts.decidedBy).toEqual({ id: parent.id, name: "Holding" });
    const whole = await getAccount({ ctx, input: { accountId: parent.id } });
    expect(whole.facts.sites).toEqual([{ id: site.id, name: "Works" }]);
    expect(whole.contracts).toHaveLength(1);
  });

  test("another workspace's account is not found, like one that never was", async () => {
    const other = await createWorld();
    for (const accountId of [story.passive.id, newId()])
      await expect(getAccount({ ctx: other.ctx(), input: { accountId } })).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: "There is no such account.",
      });
    await expect(account("not-an-id")).rejects.toBeInstanceOf(ZodError);
    const actor = { type: "respondent", invitationId: newId() } as const;
    await expect(
      getAccount({ ctx: { ...story.world.ctx(), actor }, input: { accountId: story.passive.id } }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the portfolio", () => {
  test("is the actor's own accounts first, with their worklist, decisions and newest answers", async () => {
    const { world, holm } = story;
    const ctx = world.ctx("account_manager", { employeeId: holm.id });
    const portfolio = await getPortfolio({ ctx, input: {} });
    expect(portfolio).toMatchObject({ isEveryone: false, owner: { name: "Mette Holm" } });
    expect(portfolio.map.points.map(({ name }) => name)).toEqual([
      "Grenaa Havn",
      "Loyal Works",
      "Ostrobotnia Mills",
    ]);
    expect(
      portfolio.decisions.map(({ account: { name }, decisionOn }) => [name, decisionOn]),
    ).toEqual([
      ["Grenaa Havn", "2026-10-15"],
      ["Loyal Works", "2027-01-31"],
    ]);
    expect(
      portfolio.answers
        .slice(0, 2)
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual([4, 9]);
    expect(portfolio.freshness.asOf).toBe(AS_OF);
  });

  test("puts beside a decision only what is decided then, as the radar does", async () => {
    const world = await createWorld({ asOf: AS_OF });
    const account = await createAccount(world, { name: "Two contracts" });
    for (const [to, yearlyMinor] of [
      ["2026-12-31", 1_000_000],
      ["2027-01-31", 400_000],
    ] as const) {
      await createContract(world, account.id, { terms: [{ from: "2026-01-01", to, yearlyMinor }] });
    }
    const { decisions } = await getPortfolio({ ctx: world.ctx(), input: {} });
    const radar = await getRenewals({ ctx: world.ctx(), input: {} });
    expect(radar.rows.map(({ yearlyMinor }) => yearlyMinor)).toEqual([1_000_000, 400_000]);
    expect(decisions.map(({ contractMinor }) => contractMinor)).toEqual([1_000_000]);
  });

  test("is everybody's for somebody who owns none, and another's on request", async () => {
    const { world, dahl } = story;
    const nobody = await createEmployee(world, "Ida Winther");
    const ctx = world.ctx("admin", { employeeId: nobody.id });
    expect(await getPortfolio({ ctx, input: {} })).toMatchObject({
      isEveryone: true,
      activeAccounts: 5,
    });
    const theirs = await getPortfolio({ ctx, input: { ownerId: dahl.id } });
    expect(theirs.activeAccounts).toBe(2);
  });

  test("cannot see another workspace, and refuses what is no owner", async () => {
    const ctx = (await createWorld()).ctx();
    const of = (ownerId: string) => getPortfolio({ ctx, input: { ownerId } });
    await expect(of(story.holm.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(of("me")).rejects.toBeInstanceOf(ZodError);
    const actor = { type: "respondent", invitationId: newId() } as const;
    await expect(getPortfolio({ ctx: { ...ctx, actor }, input: {} })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
