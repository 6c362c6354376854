import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { test } from "../support/browser";
import { sharedStory } from "../support/story-workspace";
import { enterAs, type TestWorkspace } from "../support/workspace-factory";

const { step } = test;

let workspace: TestWorkspace;

test.beforeEach(async ({ context }) => {
  workspace = sharedStory();
  await enterAs(context, await workspace.join("admin", "Signe Lund"));
});

/** What the story plants, as the dot of the account says it. */
const DOTS = [
  "Grenaa Havn. Passive, unhappy.",
  "Malmö Kyl. Not known: asked, no answer.",
  "Norrsken Gruvvatten. Passive, lukewarm.",
  "Ostrobotnia Mills. Leaving.",
  "Lofthus Skipsverft. Loyal.",
  "Klitgaard Feriecenter. Loyal.",
  "Vesterhav Kran. Loyal.",
  "Aalund Papir. Leaving, notice given.",
  "Holmeå Kartong. Latent.",
  "Hvidbjerg Fjernvarme. Loyal.",
  "Fjordglimt Biogas. Not known: too new.",
  "Lyngholm Mejerier. Loyal.",
];

function headline(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** "25.1 m unhappy, 21.3 m lukewarm" as numbers, in order. */
function millionsIn(text: string | null): number[] {
  return [...(text ?? "").matchAll(/([\d.]+)\sm/g)].map((match) => Number(match[1]));
}

function rowWith(region: Locator, page: Page, name: string): Locator {
  return region
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
}

async function readsTheMap(page: Page): Promise<void> {
  await page.goto(workspace.path("/overview"));
  await expect(headline(page)).toHaveText(
    /^Customers worth DKK\s[\d.]+\sm stay, but have not said they want to\.$/,
  );
  const [unproven = 0] = millionsIn(await headline(page).textContent());
  const said = page.getByText(/m unhappy, [\d.]+\sm lukewarm, [\d.]+\sm not heard from\./);
  const [unhappy = 0, lukewarm = 0, unheard = 0] = millionsIn(await said.textContent());
  expect(Math.abs(unhappy + lukewarm + unheard - unproven)).toBeLessThan(0.2);
  await expect(said).toContainText(/DKK\s[\d.]+\sm say they have no real alternative\./);
  const map = page.getByRole("region", { name: "Loyalty map" });
  const names = await map
    .getByRole("link", { name: /\. Running revenue / })
    .evaluateAll((dots) => dots.map((dot) => dot.getAttribute("aria-label") ?? ""));
  for (const dot of DOTS) {
    expect
      .soft(
        names.filter((name) => name.startsWith(dot)),
        dot,
      )
      .toHaveLength(1);
  }
  expect(
    names.filter((name) => name.startsWith("Lyngholm")),
    "sites share a dot",
  ).toHaveLength(1);
}

async function readsTheWorklist(page: Page): Promise<void> {
  await page.goto(workspace.path("/overview?worklist=all"));
  const list = page.getByRole("region", { name: "Worklist" });
  const line = (name: string) => rowWith(list, page, name);
  await expect(
    list
      .getByRole("row")
      .filter({ has: page.getByRole("cell") })
      .first(),
  ).toContainText("Grenaa Havn");
  await expect(line("Ostrobotnia Mills")).toContainText(
    "Last order 94 days ago, usually every 31, longest 48",
  );
  await expect(line("Ostrobotnia Mills")).toContainText("counts as lost");
  await expect(line("Aalund Papir")).toContainText("Notice given");
  await expect(line("Malmö Kyl")).toContainText("Asked twice, no answer");
  for (const calm of ["Lofthus Skipsverft", "Klitgaard Feriecenter", "Vesterhav Kran"]) {
    await expect(line(calm), calm).toHaveCount(0);
  }
}

async function asksHowAFigureIsMade(page: Page): Promise<void> {
  const tile = page.getByRole("region", { name: "NPS accounts" });
  const shown = (await tile.getByRole("paragraph").first().textContent()) ?? "";
  await tile.getByRole("button", { name: "How NPS is computed" }).press("Enter");
  const panel = page.getByRole("dialog", { name: /NPS/ });
  await expect(panel).toContainText("Promoters");
  await expect(panel.getByText(/^Source:/)).toBeVisible();
  await expect(panel).toContainText("95 % interval");
  const counts = (await panel.locator("dl").allTextContents()).join(" ");
  expect(counts).toMatch(/\d/);
  expect(shown).toMatch(/^−?\d+$/);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
}

async function asksWhetherTheScoreIsWorthAnything(page: Page): Promise<void> {
  await page.goto(workspace.path("/proof"));
  await expect(headline(page)).toHaveText("The attitude score foretold who stayed.");
  const stayed = page.getByText(/^Still customers a year later: /);
  const [unhappy = 0, lukewarm = 0, wants = 0] = [
    ...((await stayed.textContent()) ?? "").matchAll(/(\d+)\s%/g),
  ].map((match) => Number(match[1]));
  expect(unhappy).toBeLessThan(lukewarm);
  expect(lukewarm).toBeLessThan(wants);
  const race = page.getByRole("list", { name: "Which measure tells best who stays" });
  await expect(race.getByRole("listitem").filter({ hasText: "Satisfaction" })).toContainText(
    "foretells",
  );
  const pairs = page.getByRole("region", { name: "The attitude score against each other measure" });
  await expect(rowWith(pairs.first(), page, "Not being silent").first()).toContainText(
    "The attitude score",
  );
}

async function asksWhichDriverPays(page: Page): Promise<void> {
  await page.goto(workspace.path("/drivers"));
  await expect(headline(page)).toHaveText("Work on service first: it matters, and it is weak.");
  const points = await page
    .getByRole("figure", { name: "Importance and performance" })
    .getByRole("listitem")
    .evaluateAll((items) => items.map((item) => item.getAttribute("title") ?? ""));
  const importance = new Map(
    points.map((text) => [text.split(":")[0], Number(/importance (\d+)\s%/.exec(text)?.[1])]),
  );
  const others = ["Added value", "Communication", "Incentives"].map((name) => importance.get(name));
  const together = others.reduce<number>((sum, each) => sum + (each ?? Number.NaN), 0);
  expect(importance.get("Service")).toBeGreaterThan(together);
  const rivals = page.getByRole("list", { name: "Rivals named" });
  for (const rival of ["Pumpex", "Aquamotor Nord"]) await expect(rivals).toContainText(rival);
}

async function comparesSegments(page: Page): Promise<void> {
  await page.goto(workspace.path("/compare"));
  await page.getByRole("combobox", { name: "Measure" }).selectOption({ label: "Net retention" });
  await expect(headline(page)).toHaveText(
    /^Net retention: a real difference .* only at Norwegian fish farms/,
  );
  const groups = page.getByRole("list", { name: "Net retention by group" }).getByRole("listitem");
  await expect(groups.filter({ hasText: "Norwegian fish farms" })).toContainText(
    "lower, likely real",
  );
  await expect(groups.filter({ hasText: "Large customers" })).toContainText("no real difference");
}

/** "DKK −11,012,345" and "-11012345.67" as the same number. */
function whole(text: string): number {
  return Math.round(Number(text.replace(/[^\d.−-]/g, "").replace("−", "-")));
}

async function followsTheMoney(page: Page): Promise<void> {
  await page.goto(workspace.path("/retention"));
  await expect(headline(page)).toHaveText(
    /^Customers of a year ago bring \d+\s% of what they brought then\.$/,
  );
  const bridge = page.getByRole("region", { name: "From the revenue of a year ago to today's" });
  await bridge.first().getByText("Show as table").click();
  const rows = bridge.first().getByRole("table").getByRole("row");
  const shown = (await rows.allInnerTexts()).slice(1).map((row) => row.split("\t"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    bridge.first().getByRole("link", { name: /^CSV/ }).click(),
  ]);
  const file = parse(readFileSync(await download.path()), { bom: true }) as string[][];
  expect(file.slice(1).map(([name, amount]) => [name, whole(amount ?? "")])).toEqual(
    shown.map(([name, amount]) => [name, whole(amount ?? "")]),
  );
  const amounts = shown.map(([, amount]) => whole(amount ?? ""));
  const steps = amounts.slice(0, -1).reduce((sum, each) => sum + each, 0);
  expect(amounts).toHaveLength(8);
  expect(Math.abs(steps - (amounts.at(-1) ?? 0)), "the steps lead to today").toBeLessThan(10);
}

async function asksWhoHangsOnOnePerson(page: Page): Promise<void> {
  await page.goto(workspace.path("/coverage"));
  const silent = page.getByRole("table", { name: "Accounts that were asked and are silent" });
  await expect(silent.getByRole("row").nth(1)).toContainText("Malmö Kyl");
  const hung = page.getByRole("table", { name: "Accounts that hang on one colleague" });
  const his = hung.getByRole("row").filter({ hasText: "Søren Bach" });
  expect(await his.count()).toBeGreaterThanOrEqual(6);
  const owners = await his.evaluateAll((rows) =>
    rows.map((row) => row.querySelector("td:last-child")?.textContent ?? ""),
  );
  expect(owners, "and owns none of them").not.toContain("Søren Bach");
}

async function looksAtTheRenewals(page: Page): Promise<void> {
  await page.goto(workspace.path("/renewals"));
  const differ = page.getByRole("region", { name: "Call and signal differ" });
  await expect(differ.getByRole("listitem").filter({ hasText: "Grenaa Havn" })).toContainText(
    /Mette Holm says safe .*, the signal says at risk/,
  );
  const radar = page.getByRole("table", { name: "Contracts by decision date" });
  await expect(rowWith(radar, page, "Bjørnholm Kraftvarme")).toContainText("20 days");
}

async function opensTheCaptive(page: Page): Promise<void> {
  await page.goto(workspace.path("/accounts?search=Norrsken"));
  await page.getByRole("link", { name: "Norrsken Gruvvatten", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("no real alternative");
}

test("a CX lead's review of the quarter: what the story plants stands on the screens", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await step("Where does the money stay without wanting to?", () => readsTheMap(page));
  await step("Who of them has nowhere else to go?", () => opensTheCaptive(page));
  await step("Who needs somebody, and who only looks late?", () => readsTheWorklist(page));
  await step("How is our NPS made?", () => asksHowAFigureIsMade(page));
  await step("Is our score worth anything?", () => asksWhetherTheScoreIsWorthAnything(page));
  await step("Which driver pays?", () => asksWhichDriverPays(page));
  await step("Which customers really are different?", () => comparesSegments(page));
  await step("Where did last year's revenue go, and does my sheet say the same?", () =>
    followsTheMoney(page),
  );
  await step("Which renewals do we see too rosily?", () => looksAtTheRenewals(page));
  await step("Who is silent, and who hangs on one of us?", () => asksWhoHangsOnOnePerson(page));
});
