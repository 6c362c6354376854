import { beforeAll, describe, expect, test } from "vitest";
import { REPORTS } from "@/app/w/[workspace]/_report/reports";
import type { Ctx } from "@/lib/auth/ctx";
import type { FigureTable } from "@/lib/format/figure-table";
import { getBuying } from "@/lib/loyalty/get-buying";
import { getComparison } from "@/lib/loyalty/get-comparison";
import { getCoverage } from "@/lib/loyalty/get-coverage";
import { getDrivers } from "@/lib/loyalty/get-drivers";
import { getFigures } from "@/lib/loyalty/get-figures";
import { getGrowth } from "@/lib/loyalty/get-growth";
import { getLifetime } from "@/lib/loyalty/get-lifetime";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { getPotential } from "@/lib/loyalty/get-potential";
import { getProof } from "@/lib/loyalty/get-proof";
import { getRenewals } from "@/lib/loyalty/get-renewals";
import { getRetention } from "@/lib/loyalty/get-retention";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

useTestDatabase();

type Read = (given: { ctx: Ctx; input: unknown }) => Promise<unknown>;
type Scenario = { world: World; input: { asOf?: string } };

/** Pages that say how it is today whatever the address says. */
const OF_TODAY: Record<string, Read> = { portfolio: getPortfolio, renewals: getRenewals };
const OF_A_DAY: Record<string, Read> = {
  overview: getOverview,
  figures: getFigures,
  retention: getRetention,
  growth: getGrowth,
  buying: getBuying,
  lifetime: getLifetime,
  drivers: getDrivers,
  coverage: getCoverage,
  potential: getPotential,
  proof: getProof,
  compare: getComparison,
};

async function peopleOf(world: World, count: number) {
  const people = [];
  for (let index = 0; index < count; index += 1)
    people.push(await createContact(world, (await createAccount(world, {})).id));
  return people;
}

const NOTHING_KNOWN: Record<string, () => Promise<Scenario>> = {
  "a workspace without accounts": async () => ({
    world: await createWorld({ asOf: AS_OF }),
    input: {},
  }),
  "accounts that bought and said nothing": async () => {
    const world = await createWorld({ asOf: AS_OF });
    await peopleOf(world, 3);
    return { world, input: {} };
  },
  "accounts that answered and bought nothing": async () => {
    const world = await createWorld({ asOf: AS_OF });
    const nps = await createSurvey(world);
    for (const person of await peopleOf(world, 12))
      await createAnswer(world, nps, person, { on: "2026-08-01", value: 9 });
    return { world, input: {} };
  },
  "a day before the first datum": async () => ({
    world: (await tellStory()).world,
    input: { asOf: "2019-12-31" },
  }),
};

/** Where in an answer a figure of nothing stands, by the path of its fields. */
function figuresOfNothing(value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((each, at) => figuresOfNothing(each, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return [];
  const {
    n,
    value: figure,
    reason,
    accounts,
    share,
    low,
    high,
    interval,
    inputs,
  } = value as {
    [field: string]: unknown;
  };
  const isKnown = [figure, share, low, high, interval].some((each) => typeof each === "number");
  const isOfNobody = n === 0 || accounts === 0;
  const found = [
    isOfNobody && (isKnown || (interval ?? null) !== null) ? `${path}: a figure of nobody` : null,
    n === 0 && figure === null && reason === null ? `${path}: no figure and no reason` : null,
    n === 0 && Array.isArray(inputs) && inputs.length > 0 ? `${path}: inputs of nobody` : null,
  ];
  return [
    ...found.filter((each) => each !== null),
    ...Object.entries(value).flatMap(([field, each]) => figuresOfNothing(each, `${path}.${field}`)),
  ];
}

/** Cells with a share or an amount. */
function knownCells({ key, columns, rows }: FigureTable): string[] {
  const isFigure = columns.map(({ kind }) => kind === "share" || kind === "money");
  return rows.flatMap((row) =>
    row.some((cell, at) => isFigure[at] && cell !== null) ? [`${key}: ${row.join(" | ")}`] : [],
  );
}

describe.each(Object.keys(NOTHING_KNOWN))("%s", (name) => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = (await NOTHING_KNOWN[name]?.()) as Scenario;
  });

  test("has no figure of nobody on any page, and a reason where one would stand", async () => {
    const { world, input } = scenario;
    const found = [];
    const reads = input.asOf ? OF_A_DAY : { ...OF_A_DAY, ...OF_TODAY };
    for (const [page, read] of Object.entries(reads))
      found.push(...figuresOfNothing(await read({ ctx: world.ctx(), input }), page));
    expect(found).toEqual([]);
  });

  test("has neither a share nor an amount in any table, not even 0", async () => {
    const { world, input } = scenario;
    const found = [];
    for (const page of Object.keys(REPORTS).filter((each) => each in OF_A_DAY || !input.asOf))
      found.push(...((await REPORTS[page]?.(world.ctx(), input)) ?? []).flatMap(knownCells));
    expect(found).toEqual([]);
  });

  test("does not say that orders reach to a day before the first of them", async () => {
    const { world, input } = scenario;
    const { freshness } = await getOverview({ ctx: world.ctx(), input });
    expect(freshness.ordersTo).toBeNull();
  });
});

describe("customers nobody has asked", () => {
  test("are in no state that says what they think, and the states are not told to be empty", async () => {
    const world = await createWorld({ asOf: AS_OF });
    for (const { accountId } of await peopleOf(world, 12))
      await createContract(world, accountId, {
        terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 100_000 }],
      });
    const { states, headline } = await getOverview({ ctx: world.ctx(), input: {} });
    expect(headline.kind).toBe("nobodyAsked");
    const told = states.map(({ state, share, interval, reason }) => [
      state,
      share,
      interval === null,
      reason,
    ]);
    expect(told).toEqual([
      ["loyal", null, true, "nobodyHeard"],
      ["passive", null, true, "nobodyHeard"],
      ["latent", null, true, "nobodyHeard"],
      ["leaving", 0, true, null],
      ["notKnown", 1, true, null],
    ]);
  });
});
