import { beforeEach, expect, test } from "vitest";
import { getOverview } from "@/lib/loyalty/get-overview";
import { freezeBaseline } from "@/lib/loyalty/targets/freeze-baseline";
import { getTargets } from "@/lib/loyalty/targets/get-targets";
import { setTarget } from "@/lib/loyalty/targets/set-target";
import { createSegment } from "@/lib/segments/create-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

let world: World;

/** Twelve customers who all promote, under contracts that run on. */
beforeEach(async () => {
  world = await createWorld({ asOf: "2026-10-02" });
  const survey = await createSurvey(world);
  for (let at = 0; at < 12; at += 1) {
    const account = await createAccount(world, { country: at < 6 ? "DK" : "SE" });
    await createContract(world, account.id, {
      terms: [{ from: "2024-01-01", to: "2027-12-31", yearlyMinor: 100_000 }],
    });
    const contact = await createContact(world, account.id, {});
    await createAnswer(world, survey, contact, { on: "2026-08-01", value: 9 });
  }
});

async function tileOf(measure: string, segmentId?: string) {
  const { tiles, moreTiles } = await getOverview({ ctx: world.ctx(), input: { segmentId } });
  return [...tiles, ...moreTiles].find(({ key }) => key === measure);
}

const set = (input: object, of = world) => setTarget({ ctx: of.ctx(), input });

test("a target is typed as it is read, holds from its day on, and the tile says where the figure lies", async () => {
  await set({ measure: "netRevenueRetention", value: "105,5" });
  expect(await tileOf("netRevenueRetention")).toMatchObject({
    value: 1,
    target: 1.055,
    verdict: { kind: "belowTarget", target: 1.055 },
  });
  await set({ measure: "netRevenueRetention", value: "95" });
  expect(await tileOf("netRevenueRetention")).toMatchObject({ verdict: { kind: "onTarget" } });
  const before = await getOverview({ ctx: world.ctx(), input: { asOf: "2026-09-30" } });
  expect(before.tiles.find(({ key }) => key === "netRevenueRetention")?.target).toBeNull();
  await set({ measure: "netRevenueRetention", value: "" });
  expect(await tileOf("netRevenueRetention")).toMatchObject({ target: null });
});

test("money is typed in whole units, scores in points, and a segment's target is its own", async () => {
  const rules = { kind: "text", field: "country", is: ["DK"] };
  const { id } = await createSegment({ ctx: world.ctx(), input: { name: "Danes", rules } });
  await set({ measure: "salesPerCustomer", value: "1200.50" });
  await set({ measure: "netPromoterScore", value: "40", segmentId: id });
  const { tiles } = await getTargets({ ctx: world.ctx("viewer"), input: {} });
  const own = await getTargets({ ctx: world.ctx("viewer"), input: { segmentId: id } });
  const targetIn = (all: typeof tiles, measure: string) =>
    all.find(({ key }) => key === measure)?.target;
  expect(targetIn(tiles, "salesPerCustomer")).toBe(120_050);
  expect(targetIn(tiles, "netPromoterScore")).toBeNull();
  expect(targetIn(own.tiles, "netPromoterScore")).toBe(40);
});

test("a baseline keeps figure, interval and n, whatever is answered later; the same day's is replaced", async () => {
  await freezeBaseline({ ctx: world.ctx(), input: {} });
  await freezeBaseline({ ctx: world.ctx(), input: {} });
  const frozen = await tileOf("netRevenueRetention");
  expect(frozen?.baseline).toEqual({
    value: frozen?.value,
    low: frozen?.interval?.low,
    high: frozen?.interval?.high,
    n: frozen?.n,
    frozenOn: "2026-10-02",
  });
  const rows = await world.in((tx) => tx.baseline.groupBy({ by: ["measure"], _count: true }));
  expect(rows.every(({ _count }) => _count === 1)).toBe(true);
});

test("what is no number, no measure or nobody's segment is refused at its field", async () => {
  const refused = [
    [{ measure: "netPromoterScore", value: "many" }, "value"],
    [{ measure: "folklore", value: "1" }, "measure"],
  ] as const;
  for (const [input, field] of refused)
    await expect(set(input)).rejects.toMatchObject({
      fieldErrors: { [field]: expect.any(String) },
    });
  const foreign = "0b8e5a2c-1f7d-4a0e-9a3e-0d6f0a6f7a11";
  await expect(
    set({ measure: "netPromoterScore", value: "1", segmentId: foreign }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("targets and baselines are for admins, audited, and the own workspace's alone", async () => {
  const manager = world.ctx("account_manager");
  const input = { measure: "netPromoterScore", value: "40" };
  await expect(setTarget({ ctx: manager, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(freezeBaseline({ ctx: manager, input: {} })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await set(input);
  await freezeBaseline({ ctx: world.ctx(), input: {} });
  const verbs = await world.in((tx) =>
    tx.auditEntry.findMany({
      where: { verb: { in: ["setTarget", "freezeBaseline"] } },
      select: { verb: true },
      orderBy: { id: "asc" },
    }),
  );
  expect(verbs.map(({ verb }) => verb)).toEqual(["setTarget", "freezeBaseline"]);
  const other = await createWorld({ asOf: "2026-10-02" });
  const { tiles } = await getTargets({ ctx: other.ctx(), input: {} });
  expect(tiles.every(({ target, baseline }) => target === null && baseline === null)).toBe(true);
});
