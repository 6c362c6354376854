import { createElement } from "react";

import { describe, expect, test } from "vitest";
import { Tiles } from "@/app/w/[workspace]/_loyalty/tiles";
import { methodWords } from "@/app/w/[workspace]/_loyalty/words/measure-words";
import { monthNumber } from "@/lib/format/calendar";
import { MEASURES, measureTiles } from "@/lib/loyalty/build-tiles";
import { definitionsOf } from "@/lib/loyalty/definitions";
import type { MeasureKey, TileDto } from "@/lib/loyalty/figures.types";
import { inputTerm } from "@/lib/loyalty/measure-names";
import { customerChurnMeasure } from "@/lib/loyalty/measures/customer-measures";
import { renewalRateMeasure } from "@/lib/loyalty/measures/renewal-measure";
import { buildScene } from "@/lib/loyalty/scene";
import { measureDefinitions, shiftMonths } from "@/lib/metrics";
import { markupInEnglish } from "../../support/in-english";
import { type Given, sceneOf } from "./workspace-of";

const AS = { locale: "en", currency: "DKK", asOf: "2026-09-30" };

/** Twelve contract customers and twelve who order, all different enough to be told apart. */
const contractCustomers: Given[] = Array.from({ length: 12 }, (_, index) => ({
  openingMinor: 100_000 + 1000 * index,
  closingMinor: index === 0 ? 0 : 90_000 + 3000 * index,
  nps: [10, 9, 8, 6].slice(0, 1 + (index % 4)),
  npsBefore: [8, 7].slice(0, 1 + (index % 4)),
  csat: [5, 3 + (index % 3)],
  productTypes: 1 + (index % 3),
}));
const orderCustomers: Given[] = Array.from({ length: 12 }, (_, index) => ({
  orderMinor: 10_000 + 500 * index,
  orderDays: index < 10 ? 1000 : 300,
  quietDays: index === 11 ? 400 : 5,
  everyDays: 20 + index,
  listMinor: 12_000,
  discountedListMinor: index % 2 === 0 ? 12_000 : 0,
  marginMinor: 2000 + 100 * index,
  walletMinor: 400_000 + 1000 * index,
  productTypes: 1,
}));
const everybody = [...contractCustomers, ...orderCustomers];

function tilesOf(accounts: readonly Given[]) {
  const { tiles, hidden } = measureTiles(MEASURES, sceneOf(accounts), new Map());
  return { all: tiles, hidden };
}

function tileOf(accounts: readonly Given[], key: MeasureKey): TileDto {
  const tile = tilesOf(accounts).all.find((one) => one.key === key);
  if (!tile) throw new Error(`no tile ${key}`);
  return tile;
}

/** Measured on the page about retention only. */
type RetentionOnly = "customerChurn" | "renewalRate";
/** Measured on the page about buying only, two of them by curves that no two inputs give. */
type BuyingOnly = "secondOrder90" | "secondOrder180" | "secondOrder365" | "lateDeliveries";

/** The formula of each measure, on the inputs that its popover shows. */
const FORMULAS: Record<
  Exclude<MeasureKey, BuyingOnly | RetentionOnly>,
  (of: (term: string) => number) => number
> = {
  netPromoterScore: (of) =>
    (100 * of("Sum of the accounts' means of +1, 0, -1")) / of("Accounts that answered"),
  customerSatisfaction: (of) => of("Answers of 4 to 5 of 5") / of("Answers"),
  grossRevenueRetention: (of) =>
    of("Kept of it: the smaller of opening and closing") / of("Opening revenue"),
  netRevenueRetention: (of) => of("Closing revenue of the same accounts") / of("Opening revenue"),
  boughtAgainWhenExpected: (of) =>
    of("Of them ordered in time") / of("Customers due: their late line fell in these three months"),
  shareOfWallet: (of) => of("Spent with us in these categories") / of("Their wallets in all"),
  repurchaseRate: (of) => of("Of them on two or more dates") / of("Customers who bought"),
  customerRetention: (of) => of("Of them still customers") / of("Customers at the start"),
  salesPerCustomer: (of) => of("Running revenue") / of("Active customers"),
  upsellShare: (of) =>
    of("Customers with more than one product type") /
    (of("Customers with more than one product type") + of("Customers with exactly one")),
  discountShare: (of) => of("List value of the discounted lines") / of("List value of all lines"),
  spendPerTransaction: (of) => of("Ordered outside contracts") / of("Orders"),
  customerLifetimeValue: (of) =>
    (of("Mean yearly margin of a buyer, m") * of("Retention, r")) /
    (1 + of("Discount rate, d") - of("Retention, r")),
};

describe("every tile", () => {
  const { all, hidden } = tilesOf(everybody);

  test("suits these data, has a value, an interval around it and its n", () => {
    expect(hidden).toEqual([]);
    expect(all).toHaveLength(Object.keys(FORMULAS).length);
    for (const { value, interval, n, strip, reason } of all) {
      expect(interval?.low).toBeLessThanOrEqual(value as number);
      expect(interval?.high).toBeGreaterThanOrEqual(value as number);
      expect(n).toBeGreaterThanOrEqual(10);
      expect([strip, reason]).toEqual([null, null]);
    }
  });

  test.each(all.map((tile) => [tile.key, tile] as const))(
    "%s: its formula on the inputs of its popover gives its value",
    (key, tile) => {
      const of = (term: string) => {
        const found = tile.inputs.find((one) => inputTerm(one, "en") === term);
        if (!found) throw new Error(`${key} shows no input "${term}"`);
        return found.value;
      };
      expect(FORMULAS[key as keyof typeof FORMULAS](of)).toBeCloseTo(tile.value as number, 9);
      expect(new Set(tile.inputs.map((one) => inputTerm(one, "en"))).size).toBe(tile.inputs.length);
    },
  );

  test("names its method in words, not in code", () => {
    for (const { interval } of all) {
      if (!interval) throw new Error("no interval");
      expect(methodWords(interval, "en")).not.toMatch(/[a-z][A-Z]/);
    }
  });

  test("explains itself on the page: question, formula, this period's inputs, interval, limits, source", () => {
    const definitions = definitionsOf(
      all.map(({ definitionKey }) => definitionKey),
      "en",
    );
    const page = markupInEnglish(
      createElement(Tiles, {
        tiles: all,
        moreTiles: [],
        hidden: [],
        definitions,
        bothWays: {},
        workspace: "nordlys",
        as: AS,
      }),
    ).replaceAll("&#x27;", "'");
    for (const tile of all) {
      const from = page.indexOf(`id="tile-${tile.key}"`);
      const popover = page.slice(from, page.indexOf("</section>", from));
      const definition = measureDefinitions.find(({ key }) => key === tile.definitionKey);
      const escaped = (text = "") =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      expect(popover).toContain(escaped(definition?.question));
      expect(popover).toContain(escaped(definition?.formula));
      expect(popover).toContain(escaped(definition?.liesWhen));
      expect(popover).toContain(`Source: ${escaped(definition?.source)}`);
      for (const one of tile.inputs)
        expect(popover).toContain(`${escaped(inputTerm(one, "en"))}</dt>`);
      expect(popover).toContain("interval</dt>");
      expect(popover).not.toMatch(/undefined|NaN|null/);
    }
  });
});

describe("the tiles about retention", () => {
  // Whoever left did so a hundred days before the day on which the others are looked at.
  const leaving = contractCustomers.map((given, index) =>
    index < 3 ? { ...given, closingMinor: 0 } : given,
  );
  const { facts, units, asOfDay } = sceneOf(leaving);
  const aMonthBefore = shiftMonths(asOfDay, -1);
  const { tiles } = measureTiles(
    [customerChurnMeasure, renewalRateMeasure],
    buildScene(facts, units, aMonthBefore, shiftMonths(aMonthBefore, -3)),
    new Map(),
  );
  const inputOf = (key: MeasureKey, term: string) =>
    tiles.find((tile) => tile.key === key)?.inputs.find((one) => one.term === term)?.value;

  test("lose of the customers of three months ago those who are not there any more", () => {
    const [churn] = tiles;
    expect(churn).toMatchObject({ key: "customerChurn", n: 12, reason: null });
    expect(inputOf("customerChurn", "lost")).toBe(3);
    expect(churn?.value).toBeCloseTo(3 / 12, 12);
    expect(inputOf("customerChurn", "inAYear")).toBeCloseTo(1 - (1 - 3 / 12) ** 4, 12);
  });

  test("show each account's renewals where so few came up that a share would mislead", () => {
    const renewal = tiles.find(({ key }) => key === "renewalRate");
    expect(renewal).toMatchObject({ value: null, reason: "tooFewAccounts", n: 3 });
    expect(renewal?.strip).toEqual({ unit: "ratio", values: [0, 0, 0] });
    expect(inputOf("renewalRate", "contractsDue")).toBe(3);
    expect(inputOf("renewalRate", "contractsRenewed")).toBe(0);
  });
});

describe("a tile of too few", () => {
  const few = (accounts: readonly Given[], key: MeasureKey) =>
    [9, 10].map((count) => tileOf(accounts.slice(1, 1 + count), key));

  test("shows the answers of nine accounts, and the score of ten", () => {
    const [nine, ten] = few(contractCustomers, "netPromoterScore");
    const scores = contractCustomers.slice(1, 10).flatMap((given) => given.nps ?? []);
    expect(nine).toMatchObject({
      value: null,
      reason: "tooFewAnswers",
      interval: null,
      verdict: null,
      n: 9,
      strip: { unit: "answer", values: scores.toSorted((a, b) => a - b) },
    });
    expect(ten).toMatchObject({ reason: null, strip: null, n: 10 });
    expect(ten?.value).not.toBeNull();
  });

  test("counts single answers for satisfaction", () => {
    const [four, five] = [4, 5].map((count) =>
      tileOf(contractCustomers.slice(1, 1 + count), "customerSatisfaction"),
    );
    expect(four).toMatchObject({ n: 8, reason: "tooFewAnswers", strip: { unit: "answer" } });
    expect(five).toMatchObject({ n: 10, strip: null });
  });

  test("shows what each account kept, each customer's yes or no, each one's money", () => {
    const nine = contractCustomers.slice(0, 9);
    const gross = tileOf(nine, "grossRevenueRetention");
    expect(gross).toMatchObject({ value: null, reason: "tooFewAccounts", mover: null });
    expect(gross.strip?.unit).toBe("ratio");
    expect(gross.strip?.values).toHaveLength(9);
    expect(gross.strip?.values[0]).toBe(0);
    expect(gross.inputs.map(({ term }) => term)).toContain("openingRevenue");
    const retention = tileOf(nine, "customerRetention");
    expect(retention.strip).toEqual({ unit: "yesNo", values: [0, 1, 1, 1, 1, 1, 1, 1, 1] });
    const buyers = orderCustomers.slice(0, 9);
    for (const key of [
      "salesPerCustomer",
      "spendPerTransaction",
      "customerLifetimeValue",
    ] as const) {
      const { strip, value } = tileOf(buyers, key);
      expect([value, strip?.unit, strip?.values.length]).toEqual([null, "money", 9]);
      expect(strip?.values).toEqual(strip?.values.toSorted((a, b) => a - b));
    }
    for (const key of ["shareOfWallet", "discountShare"] as const)
      expect(tileOf(buyers, key).strip).toMatchObject({ unit: "ratio" });
    expect(tileOf(buyers, "upsellShare").strip).toMatchObject({ unit: "count" });
    for (const key of ["repurchaseRate", "boughtAgainWhenExpected"] as const)
      expect(tileOf(buyers, key)).toMatchObject({ value: null, strip: { unit: "yesNo" } });
  });

  test("draws one dot for each and says them in words", () => {
    const tile = tileOf(contractCustomers.slice(4, 7), "netPromoterScore");
    const page = markupInEnglish(
      createElement(Tiles, {
        tiles: [tile],
        moreTiles: [],
        hidden: [],
        definitions: [],
        bothWays: {},
        workspace: "nordlys",
        as: AS,
      }),
    );
    expect(page).toContain("8 · 9 · 9 · 10 · 10 · 10");
    expect(page.match(/rounded-full bg-accent/g)).toHaveLength(6);
    expect(page).toContain("10 accounts make a figure; until then these are the answers.");
    expect(page).not.toContain("Not enough data");
  });

  test("claims no change, however large", () => {
    for (const tile of tilesOf(everybody.slice(0, 5)).all) expect(tile.verdict).toBeNull();
  });
});

describe("a verdict", () => {
  test("finds a change that many accounts made, and is the difference of the figures shown", () => {
    const risen = Array.from({ length: 30 }, () => ({
      openingMinor: 1000,
      nps: [9],
      npsBefore: [6],
    }));
    const tile = tileOf(risen, "netPromoterScore");
    expect(tile.verdict).toMatchObject({ kind: "up", change: 200 });
    const steady = risen.map((given) => ({ ...given, nps: [6] }));
    expect(tileOf(steady, "netPromoterScore").verdict).toMatchObject({
      kind: "noRealChange",
      change: 0,
    });
  });

  test("names the account without which net retention would be most different", () => {
    const accounts = Array.from({ length: 12 }, (_, index) => ({
      openingMinor: index === 3 ? 500_000 : 100_000,
      closingMinor: index === 3 ? 100_000 : 100_000,
    }));
    const { mover, value } = tileOf(accounts, "netRevenueRetention");
    expect(value).toBeCloseTo(1_200_000 / 1_600_000, 9);
    expect(mover?.account.name).toBe("Account 3");
    expect(mover?.change).toBeCloseTo(0.75 - 1, 9);
  });
});

describe("revenue retention in several currencies", () => {
  const [opening, closing] = ["2025-09-01", "2026-09-01"].map((date) => monthNumber(date));
  const rate = (code: string, month: number | undefined, perEur: number) => ({
    code,
    month: month ?? 0,
    perEur,
  });
  // The krona was worth .70 of the workspace's currency a year ago and .50 now.
  const rates = [
    rate("DKK", opening, 7),
    rate("DKK", closing, 7),
    rate("SEK", opening, 10),
    rate("SEK", closing, 14),
  ];
  const native = (kronor: number) => kronor * 0.5;
  const accounts: Given[] = Array.from({ length: 12 }, (_, index) =>
    index < 6
      ? { openingMinor: native(100_000), closingMinor: native(100_000), currency: "SEK" }
      : { openingMinor: 100_000, closingMinor: 50_000 },
  );

  test("weighs every account at the opening rate and shows the exchange effect apart", () => {
    const { tiles } = measureTiles(MEASURES, sceneOf(accounts, rates), new Map());
    const net = tiles.find(({ key }) => key === "netRevenueRetention");
    const of = (term: string) => net?.inputs.find((one) => inputTerm(one, "en") === term)?.value;
    expect(of("Opening revenue")).toBeCloseTo(6 * 70_000 + 6 * 100_000, 6);
    expect(net?.value).toBeCloseTo((6 * 70_000 + 6 * 50_000) / (6 * 70_000 + 6 * 100_000), 9);
    expect(of("Exchange rates alone, not counted")).toBe(6 * (50_000 - 70_000));
  });

  test("a workspace of one currency has no exchange effect to show", () => {
    const { inputs } = tileOf(contractCustomers, "netRevenueRetention");
    expect(inputs.map(({ term }) => term)).not.toContain("exchangeNot");
  });
});
