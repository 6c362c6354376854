import { beforeAll, expect, test } from "vitest";
import { POST as change } from "@/app/s/[token]/answer/route";
import { POST as details } from "@/app/s/[token]/details/route";
import { POST as answer } from "@/app/s/door/[token]/[language]/answer/route";
import { newId } from "@/lib/db/new-id";
import { rebuildFacts } from "@/lib/facts/rebuild-facts";
import { getAccount } from "@/lib/loyalty/get-account";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { createSurvey as makeSurvey } from "@/lib/surveys/design/create-survey";
import { createDoor } from "@/lib/surveys/doors/create-door";
import { getDoor } from "@/lib/surveys/doors/get-door";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { TODAY } from "./inbox-world";

// A browser without a session.

useTestDatabase();

let world: World;
let survey: Awaited<ReturnType<typeof createSurvey>>;

beforeAll(async () => {
  world = await createWorld({ asOf: TODAY });
  survey = await createSurvey(world);
});

async function addCustomer(name: string): Promise<string> {
  const { id } = await createAccount(world, { name });
  const year = Number(TODAY.slice(0, 4));
  const terms = [{ from: `${year - 2}-01-01`, to: `${year + 3}-12-31`, yearlyMinor: 1_000_000 }];
  await createContract(world, id, { terms });
  return id;
}

async function openDoor(accountId: string | null, surveyId = survey.id): Promise<string> {
  const input = { surveyId, kind: "link", name: "Counter", accountId };
  const { doorId } = await createDoor({ ctx: world.ctx(), input });
  const { link } = await getDoor({ ctx: world.ctx(), input: { doorId } });
  return link.split("/").at(-1) ?? "";
}

/** Somebody presses at the door. @returns the token of the answer's own link. */
async function press(token: string, score: string): Promise<string> {
  const body = new URLSearchParams({ score });
  const request = new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "x-forwarded-for": newId() },
  });
  const pressed = await answer(request, { params: Promise.resolve({ token, language: "en" }) });
  return /^\/s\/([\w-]+)\/thanks/.exec(pressed.headers.get("location") ?? "")?.[1] ?? "";
}

async function say(token: string, comment: string): Promise<void> {
  const body = new URLSearchParams({ comment });
  const request = new Request("http://localhost/", { method: "POST", body });
  await details(request, { params: Promise.resolve({ token }) });
}

const pageOf = (accountId: string) => getAccount({ ctx: world.ctx(), input: { accountId } });

async function npsTile() {
  const { tiles, moreTiles } = await getOverview({ ctx: world.ctx(), input: {} });
  return [...tiles, ...moreTiles].find(({ key }) => key === "netPromoterScore");
}

test("who presses at an account's door is heard there as a user, on the next page view", async () => {
  const accountId = await addCustomer("Grenaa Havn");
  await createContact(world, accountId, { role: "decision_maker" });
  expect((await pageOf(accountId)).attitude).toMatchObject({ score: null, reason: "neverAsked" });
  const token = await openDoor(accountId);
  await press(token, "10");
  await press(token, "4");
  const page = await pageOf(accountId);
  expect(page.attitude).toMatchObject({ way: "signerFirst", mark: "ring", disagree: true });
  expect(page.attitude.ways).toEqual({
    everyAnswer: 0.6,
    everyPerson: 0.6,
    leastConvinced: null,
    signerFirst: 0.6,
  });
  expect(page).toMatchObject({ heardPeople: 0, heardUnnamed: 2, lastHeardOn: TODAY });
  expect(page.rolesPresent).toEqual(["decisionMaker"]);
  expect(page.roleGaps).toEqual(["decisionMaker"]);
});

test("a pressed answer counts in NPS by account; at a door of nobody it counts in none", async () => {
  const accountId = await addCustomer("Malmö Kyl");
  const before = await npsTile();
  await press(await openDoor(null), "0");
  expect((await npsTile())?.value).toBe(before?.value);
  await press(await openDoor(accountId), "9");
  const after = await npsTile();
  const accounts = (tile: typeof before) =>
    tile?.counts.find(({ what }) => what === "accounts")?.count ?? 0;
  expect(accounts(after)).toBe(accounts(before) + 1);
});

test("satisfaction pressed where no contact is on file still has a population to stand for", async () => {
  const accountId = await addCustomer("Falster Korn");
  const csat = await createSurvey(world, { question: "csat" });
  await press(await openDoor(accountId, csat.id), "5");
  const { tiles, moreTiles } = await getOverview({ ctx: world.ctx(), input: {} });
  const tile = [...tiles, ...moreTiles].find(({ key }) => key === "customerSatisfaction");
  expect(tile?.inputs).toContainEqual({
    term: "unnamedAnswers",
    value: 1,
    unit: "count",
    topOf: null,
  });
});

test("one device that changes its answer is one person, and the last answer counts", async () => {
  const accountId = await addCustomer("Ribe Stål");
  const own = await press(await openDoor(accountId), "2");
  const body = new URLSearchParams({ score: "9", touched: "1" });
  const request = new Request("http://localhost/", { method: "POST", body });
  await change(request, { params: Promise.resolve({ token: own }) });
  const page = await pageOf(accountId);
  expect(page.heardUnnamed).toBe(1);
  expect(page.attitude.score).toBe(0.7);
});

test("timeline, portfolio and voice show what was pressed and said, with nobody's name", async () => {
  const accountId = await addCustomer("Vestas Kran");
  const own = await press(await openDoor(accountId), "3");
  await say(own, "Waited an hour at the gate");
  const { timeline, engagement } = await pageOf(accountId);
  const [entry] = timeline.entries.filter(({ kind }) => kind === "answer");
  expect(entry).toMatchObject({
    text: "Waited an hour at the gate",
    personName: null,
    role: null,
    answer: { question: "nps", value: 3 },
    hasPage: true,
  });
  expect(engagement?.components.voice).toBeCloseTo(1 / 3);
  const { answers } = await getPortfolio({ ctx: world.ctx(), input: {} });
  expect(answers).toContainEqual(
    expect.objectContaining({
      account: { id: accountId, name: "Vestas Kran" },
      personName: null,
      value: 3,
    }),
  );
});

test("a no pressed at a door is a reason on the worklist without a person", async () => {
  const accountId = await addCustomer("Holm");
  await createContact(world, accountId, { role: "user" });
  const switching = { name: "Switching", question: "switching", scope: "relationship" };
  const { surveyId } = await makeSurvey({ ctx: world.ctx(), input: switching });
  await press(await openDoor(accountId, surveyId), "no");
  const { worklistLine } = await pageOf(accountId);
  expect(worklistLine?.reasons).toContainEqual(
    expect.objectContaining({ code: "wouldNotChooseAgain", person: null }),
  );
});

test("facts refreshed press by press equal a rebuild from the rows", async () => {
  const months = () =>
    world.in((tx) =>
      tx.accountMonth.findMany({
        where: { workspaceId: world.workspace.id },
        orderBy: [{ accountId: "asc" }, { month: "asc" }],
      }),
    );
  await npsTile();
  const refreshed = await months();
  await rebuildFacts({ ctx: world.ctx() });
  expect(refreshed.length).toBeGreaterThan(0);
  expect(await months()).toEqual(refreshed);
});
