import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { logTouch } from "@/lib/accounts/log-touch";
import { newId } from "@/lib/db/new-id";
import { getOverview } from "@/lib/loyalty/get-overview";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import { searchAccounts } from "@/lib/loyalty/search-accounts";
import { createSegment } from "@/lib/segments/create-segment";
import { getSegmentEditor } from "@/lib/segments/get-segment-editor";
import { previewSegment } from "@/lib/segments/preview-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import {
  createContract,
  createPurchases,
  createRegularOrders,
} from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";
import { tellStory } from "./story";

useTestDatabase();

type Story = Awaited<ReturnType<typeof tellStory>>;
let story: Story;
let overview: OverviewDto;

beforeAll(async () => {
  story = await tellStory();
  overview = await getOverview({ ctx: story.world.ctx(), input: {} });
});

function lines(of: OverviewDto) {
  return of.worklist.groups.flatMap((group) => group.lines);
}

function lineOf(of: OverviewDto, accountId: string) {
  return lines(of).find(({ account }) => account.id === accountId);
}

function sumMinor(rows: readonly { revenueMinor: number }[]): number {
  return rows.reduce((sum, row) => sum + row.revenueMinor, 0);
}

describe("the map", () => {
  test("every active account is in exactly one state, and their revenue is the total", () => {
    expect(overview.states.map(({ state, accounts }) => [state, accounts])).toEqual([
      ["loyal", 1],
      ["passive", 1],
      ["latent", 1],
      ["leaving", 1],
      ["notKnown", 1],
    ]);
    expect(sumMinor(overview.states)).toBe(overview.runningMinor);
    expect(sumMinor([...overview.map.points, overview.map.corner])).toBe(overview.runningMinor);
    expect(overview.map.points).toHaveLength(overview.activeAccounts);
  });

  test("what is chosen on it is the list and the segment made of it, in number and revenue", async () => {
    const { world, loyal, passive, silent } = story;
    const chosen: [object, string[], number][] = [
      [{ place: "plane", behaviourFrom: "0.5", attitudeTo: "0.5" }, [passive.id], 2_000_000],
      [{ place: "plane", behaviourFrom: 0.75, behaviourTo: 0.75 }, [passive.id, loyal.id], 0],
      [{ place: "unheard", attitudeTo: "0.1" }, [silent.id], 3_000_000],
      [{ place: "tooNew" }, [], 0],
    ];
    const ctx = world.ctx();
    for (const [place, expected, minor] of chosen) {
      const page = await getOverview({ ctx, input: place });
      const list = await searchAccounts({ ctx, input: place });
      const { draft } = await getSegmentEditor({ ctx, input: place });
      const segment = await previewSegment({ ctx, input: { rules: draft } });
      const ids = list.rows.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(expected));
      expect([...(page.chosen?.shownIds ?? [])].sort()).toEqual([...ids].sort());
      const figures = [page.chosen?.accounts, page.chosen?.revenueMinor];
      expect(figures).toEqual([list.total, list.totalRunningMinor]);
      expect(figures).toEqual([segment.accounts, segment.runningMinor]);
      if (minor > 0) expect(figures).toEqual([expected.length, minor]);
    }
  });

  test("a segment made on a filtered map begins with the filter", async () => {
    const { world, holm, dahl } = story;
    const ctx = world.ctx();
    const rules = { kind: "text" as const, field: "country" as const, is: ["DK"] };
    const { id } = await createSegment({ ctx, input: { name: "On the map", rules } });
    const input = { segmentId: id, ownerId: holm.id, place: "plane" };
    const { draft } = await getSegmentEditor({ ctx, input });
    expect(draft).toMatchObject({
      rules: [rules, { field: "owner", is: [holm.id] }, { figure: "behaviour" }, {}],
    });
    const page = await getOverview({ ctx, input });
    const segment = await previewSegment({ ctx, input: { rules: draft } });
    expect(segment.accounts).toBe(page.chosen?.accounts);
    const ofDahl = await getOverview({ ctx, input: { ownerId: dahl.id, place: "unheard" } });
    expect(ofDahl.chosen?.accounts).toBe(1);
    const foreign = getSegmentEditor({
      ctx: (await createWorld()).ctx(),
      input: { segmentId: id, place: "plane" },
    });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("how revenue keeps coming adds up to the running revenue", () => {
    const { chosenMinor, byItselfMinor, olderContractMinor, notRecordedMinor } =
      overview.keepsComing;
    const sum = chosenMinor + byItselfMinor + olderContractMinor + notRecordedMinor;
    expect(sum).toBe(overview.runningMinor);
    expect(chosenMinor).toBe(9 * 50_000);
  });

  test("an account that was asked twice and is silent stands below the plane, not in passive", () => {
    const point = overview.map.points.find(({ accountId }) => accountId === story.silent.id);
    expect(point).toMatchObject({ attitude: null, behaviour: 0.75, reason: "askedNoAnswer" });
  });

  test("whoever gave notice is leaving, however convinced", () => {
    const point = overview.map.points.find(({ accountId }) => accountId === story.leaving.id);
    expect(point).toMatchObject({ attitude: 1, state: "leaving", reason: "noticeGiven" });
  });

  test("an account moves on a new answer, and only then", async () => {
    const { world, nps } = await tellStory();
    const { id } = await createAccount(world, { name: "Turned" });
    await createContract(world, id, {
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 1_000_000 }],
    });
    const contact = await createContact(world, id);
    await createAnswer(world, nps, contact, { on: "2026-05-01", value: 9 });
    const moved = async () => {
      const { map } = await getOverview({ ctx: world.ctx(), input: {} });
      return map.points.find(({ accountId }) => accountId === id)?.moved;
    };
    expect(await moved()).toBeNull();
    await createAnswer(world, nps, contact, { on: "2026-09-01", value: 3 });
    expect(await moved()).toEqual({
      fromBehaviour: 0.75,
      fromAttitude: 0.7,
      fromState: "loyal",
    });
  });
});

describe("the headline", () => {
  test("names what is not proven, in the parts it is the sum of", () => {
    expect(overview.headline).toMatchObject({
      kind: "notProven",
      notProvenMinor: 5_000_000,
      unhappyMinor: 2_000_000,
      lukewarmMinor: 0,
      unheardMinor: 3_000_000,
      lockedIn: { totalMinor: 0, askedShare: 1 / 6 },
      captiveMinor: null,
    });
  });

  test("an empty workspace has nothing to say yet", async () => {
    const empty = await createWorld();
    const { headline, tiles, worklist, map } = await getOverview({ ctx: empty.ctx(), input: {} });
    expect(headline).toEqual({ kind: "nothingYet", reason: "noAccounts" });
    expect(map.points).toEqual([]);
    expect(worklist.total).toBe(0);
    expect(tiles.every(({ value }) => value === null)).toBe(true);
  });

  test("where nobody was ever heard it says so, and measures that do not suit are hidden", async () => {
    const world = await createWorld();
    const { id } = await createAccount(world);
    await createRegularOrders(world, id, {
      lastOn: "2026-09-20",
      everyDays: 30,
      count: 30,
      amountMinor: 10_000,
    });
    const orders = await getOverview({ ctx: world.ctx(), input: {} });
    expect(orders.headline).toMatchObject({ kind: "nobodyAsked", runningMinor: 120_000 });
    expect(orders.hidden.map(({ key, reason }) => [key, reason])).toEqual([
      ["netPromoterScore", "noAnswers"],
      ["customerSatisfaction", "noAnswers"],
      ["grossRevenueRetention", "noContracts"],
      ["shareOfWallet", "noWallets"],
      ["discountShare", "noDiscounts"],
      ["upsellShare", "noProductTypes"],
      ["customerLifetimeValue", "noMargins"],
    ]);
    expect(orders.tiles.map(({ key }) => key)).toContain("boughtAgainWhenExpected");
    expect(orders.map.sensitivity).toBeNull();
  });
});

describe("a tile", () => {
  test("below ten answers shows the answers themselves instead of a statistic", () => {
    const tile = overview.tiles.find(({ key }) => key === "netPromoterScore");
    expect(tile).toMatchObject({
      value: null,
      reason: "tooFewAnswers",
      strip: { unit: "answer", values: [4, 9, 9, 9, 10] },
      interval: null,
    });
  });

  test("of fewer than ten accounts shows each of them, with its definition and inputs", () => {
    const tiles = [...overview.tiles, ...overview.moreTiles];
    const few = tiles.filter(({ reason }) => reason === "tooFewAccounts");
    expect(few.length).toBeGreaterThan(1);
    for (const { value, strip, inputs, definitionKey } of few) {
      expect(value).toBeNull();
      expect(strip?.values.length).toBeGreaterThan(0);
      expect(inputs.length).toBeGreaterThan(1);
      expect(overview.definitions.map(({ key }) => key)).toContain(definitionKey);
    }
  });

  test("gross retention counts contracts only, and each of them once", () => {
    const tile = overview.tiles.find(({ key }) => key === "grossRevenueRetention");
    expect(tile).toMatchObject({ n: 4, strip: { unit: "ratio", values: [1, 1, 1, 1] } });
    const opening = tile?.inputs.find(({ term }) => term === "openingRevenue");
    expect(opening?.value).toBe(6_400_000);
  });
});

describe("value of a customer", () => {
  test("an order's mean spend and a buyer's lifetime value come from known amounts and margins only", async () => {
    const world = await createWorld();
    // Three orders of 100 with a margin of 25 in each of two years; twelve of fifteen come back.
    for (let buyer = 0; buyer < 15; buyer += 1) {
      const { id } = await createAccount(world);
      const years = buyer < 12 ? ["2024", "2025"] : ["2024"];
      const months = ["10", "11", "12"];
      const orders = years.flatMap((year) =>
        months.map((month) => ({
          on: `${year}-${month}-05`,
          amountMinor: 10_000,
          marginMinor: 2_500,
        })),
      );
      await createPurchases(world, id, orders);
    }
    const unpriced = await createAccount(world);
    await createPurchases(world, unpriced.id, [{ on: "2025-11-05", amountMinor: 70_000 }]);
    const { moreTiles, tiles } = await getOverview({ ctx: world.ctx(), input: {} });
    const tileOf = (key: string) => [...tiles, ...moreTiles].find((tile) => tile.key === key);
    expect(tileOf("spendPerTransaction")?.value).toBeCloseTo((36 * 10_000 + 70_000) / 37, 6);
    // Mean margin 7,500 a year, 12 of 15 came back, 10 %: 7,500 x .8 / .3.
    expect(tileOf("customerLifetimeValue")?.value).toBeCloseTo(20_000, 6);
    expect(tileOf("customerLifetimeValue")?.counts).toEqual([
      { what: "customers", count: 12, of: 13 },
    ]);
  });
});

describe("the worklist", () => {
  test("orders by when, then by revenue at risk, and says why on every line", () => {
    expect(overview.worklist.groups.map(({ key }) => key)).toEqual([
      "within14Days",
      "within90Days",
      "later",
    ]);
    expect(lines(overview).every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(lines(overview).every(({ reasons }) => reasons.length <= 3)).toBe(true);
  });

  test("the decision date comes before the renewal date by the notice", () => {
    const line = lineOf(overview, story.passive.id);
    expect(line?.byWhen).toEqual({ on: "2026-10-15", kind: "decision", daysLeft: 13 });
    expect(line?.reasons[0]).toMatchObject({ code: "decisionNear", renewsOn: "2027-01-13" });
    expect(line?.reasons[1]).toMatchObject({
      code: "signerBelowLine",
      person: { name: "Anne Krog" },
      answer: { question: "nps", value: 4 },
      contrast: { role: "user", answer: { value: 9 } },
    });
  });

  test("revenue at risk is what can be lost times the assumed share, while nothing is learned", () => {
    const line = lineOf(overview, story.passive.id);
    expect(line).toMatchObject({
      atRiskMinor: 300_000,
      canBeLostMinor: 2_000_000,
      lossShare: { value: 0.15, basis: "assumed", state: "passive" },
    });
  });

  test("a logged call with a dated next step lets the line rest until then", async () => {
    const { world, passive } = await tellStory();
    const ctx = world.ctx("account_manager");
    const before = await getOverview({ ctx, input: {} });
    expect(lineOf(before, passive.id)).toBeDefined();
    await logTouch({
      ctx,
      input: {
        accountId: passive.id,
        kind: "call",
        isTwoWay: "on",
        happenedOn: "2026-10-02",
        nextStep: "Send the offer",
        nextStepOn: "2026-10-10",
      },
    });
    const after = await getOverview({ ctx, input: {} });
    expect(lineOf(after, passive.id)).toBeUndefined();
    expect(after.worklist.sleeping).toBe(1);
    expect(after.worklist.resting).toMatchObject([
      { account: { id: passive.id }, until: "2026-10-10" },
    ]);
    expect(after.worklist.total).toBe(before.worklist.total - 1);
  });
});

describe("filters", () => {
  test("a segment and an owner narrow every figure of the page", async () => {
    const { world, holm } = story;
    const danish = await createSegment({
      ctx: world.ctx(),
      input: { name: "Danish", rules: { kind: "text", field: "country", is: ["DK"] } },
    });
    const input = { segmentId: danish.id, ownerId: holm.id };
    const narrowed = await getOverview({ ctx: world.ctx(), input });
    expect(narrowed.map.points.map(({ name }) => name)).toEqual(["Grenaa Havn", "Loyal Works"]);
    expect(narrowed.runningMinor).toBe(3_000_000);
    expect(lines(narrowed).map(({ account }) => account.name)).toEqual(["Grenaa Havn"]);
    expect(narrowed.filter).toMatchObject({
      segment: { name: "Danish" },
      owner: { name: "Mette Holm" },
    });
  });

  test("an earlier date sees nothing that came later", async () => {
    const input = { asOf: "2026-08-31" };
    const earlier = await getOverview({ ctx: story.world.ctx(), input });
    const leaving = earlier.map.points.find(({ accountId }) => accountId === story.leaving.id);
    const passive = earlier.map.points.find(({ accountId }) => accountId === story.passive.id);
    expect(leaving?.state).toBe("loyal");
    expect(passive?.state).toBe("notKnown");
    expect(earlier.filter.compareTo).toBe(earlier.filter.usualCompare);
    const chosen = await getOverview({
      ctx: story.world.ctx(),
      input: { ...input, compareTo: "2025-12-31" },
    });
    expect(chosen.filter).toMatchObject({ usualCompare: earlier.filter.usualCompare });
    expect(chosen.filter.dates).toContain(chosen.filter.usualCompare);
  });

  test("bad dates are refused with what to do", async () => {
    const ctx = story.world.ctx();
    const of = (input: object) => getOverview({ ctx, input });
    await expect(of({ asOf: "soon" })).rejects.toBeInstanceOf(ZodError);
    await expect(of({ asOf: "2027-01-01" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const backwards = { asOf: "2026-06-30", compareTo: "2026-09-30" };
    await expect(of(backwards)).rejects.toBeInstanceOf(ZodError);
  });
});

describe("who may see it", () => {
  test("a viewer may, a respondent may not", async () => {
    const viewer = await getOverview({ ctx: story.world.ctx("viewer"), input: {} });
    expect(viewer.runningMinor).toBe(overview.runningMinor);
    const ctx = {
      ...story.world.ctx(),
      actor: { type: "respondent", invitationId: newId() },
    } as const;
    await expect(getOverview({ ctx, input: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("another workspace's accounts, segments and owners cannot be seen", async () => {
    const other = await createWorld();
    const seen = await getOverview({ ctx: other.ctx(), input: {} });
    expect(JSON.stringify(seen)).not.toContain("Grenaa");
    const segment = await createSegment({
      ctx: story.world.ctx(),
      input: { name: "Theirs", rules: { kind: "all", rules: [] } },
    });
    for (const input of [{ segmentId: segment.id }, { ownerId: story.holm.id }])
      await expect(getOverview({ ctx: other.ctx(), input })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });
});
