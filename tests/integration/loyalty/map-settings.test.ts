import { beforeEach, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { monthNumber } from "@/lib/format/calendar";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getMapSettings } from "@/lib/loyalty/map-settings/get-map-settings";
import { updateMapSettings } from "@/lib/loyalty/map-settings/update-map-settings";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const AS_OF = "2026-10-02";
const EIGHT = { npsYesFrom: "8", from: "now", reason: "Our trade gives no nines" };

let world: World;

/** One customer whose decision-maker gives 8: passive, and loyal where 8 is a yes. */
async function tellOfAnEight() {
  const made = await createWorld({ asOf: AS_OF });
  const account = await createAccount(made, { name: "Almost There" });
  await createContract(made, account.id, {
    terms: [{ from: "2025-01-01", to: "2027-12-31", yearlyMinor: 500_000 }],
  });
  const survey = await createSurvey(made);
  const contact = await createContact(made, account.id, {});
  await createAnswer(made, survey, contact, { on: "2026-08-01", value: 8 });
  return made;
}

beforeEach(async () => {
  world = await tellOfAnEight();
});

async function stateAt(asOf?: string): Promise<string | undefined> {
  const { states } = await getOverview({ ctx: world.ctx(), input: { asOf } });
  return states.find(({ accounts }) => accounts === 1)?.state;
}

describe("what other conventions would move", () => {
  test("is told with its revenue, and stores nothing", async () => {
    const { proposed } = await getMapSettings({ ctx: world.ctx(), input: { npsYesFrom: "8" } });
    expect(proposed?.settings.npsYesFrom).toBe(8);
    expect(proposed?.preview.moved).toEqual({ accounts: 1, revenueMinor: 500_000 });
    expect(proposed?.preview.largest[0]).toMatchObject({ from: "passive", to: "loyal" });
    const { settings, history } = await getMapSettings({ ctx: world.ctx(), input: {} });
    expect(settings.npsYesFrom).toBe(9);
    expect(history).toEqual([]);
    expect(await stateAt()).toBe("passive");
  });

  test("is exactly what saving it does", async () => {
    const { proposed } = await getMapSettings({ ctx: world.ctx(), input: { npsYesFrom: "8" } });
    await updateMapSettings({ ctx: world.ctx(), input: EIGHT });
    const { states } = await getOverview({ ctx: world.ctx(), input: {} });
    expect(
      states.map(({ state, accounts, revenueMinor }) => ({ state, accounts, revenueMinor })),
    ).toEqual(proposed?.preview.states.map(({ state, under }) => ({ state, ...under })));
  });
});

describe("a change", () => {
  test("holds from its day on; earlier dates stay as they were told, and nothing moved across it", async () => {
    await updateMapSettings({ ctx: world.ctx(), input: EIGHT });
    expect(await stateAt()).toBe("loyal");
    expect(await stateAt("2026-09-30")).toBe("passive");
    const { movement, map } = await getOverview({
      ctx: world.ctx(),
      input: { compareTo: "2026-09-30" },
    });
    expect(movement).toEqual({
      since: "2026-09-30",
      cutsChangedOn: AS_OF,
      moved: 0,
      nowHeard: 0,
      noLongerKnown: 0,
    });
    expect(map.points.map(({ moved }) => moved)).toEqual([null]);
  });

  test("for every date tells earlier figures anew, also over an earlier change", async () => {
    await updateMapSettings({ ctx: world.ctx(), input: EIGHT });
    await updateMapSettings({
      ctx: world.ctx(),
      input: { npsYesFrom: "9", answerDays: "700", from: "start", reason: "Nines after all" },
    });
    expect(await stateAt()).toBe("passive");
    await updateMapSettings({ ctx: world.ctx(), input: { ...EIGHT, from: "start" } });
    expect(await stateAt("2026-09-30")).toBe("loyal");
    const stored = await world.in((tx) =>
      tx.accountMonth.findMany({
        where: {
          workspaceId: world.workspace.id,
          month: { in: ["2026-08-01", "2026-09-01"].map(monthNumber) },
        },
        select: { state: true },
      }),
    );
    expect(stored).toEqual([{ state: "loyal" }, { state: "loyal" }]);
  });

  test("is audited with the fields that differ, and told with its reason", async () => {
    await updateMapSettings({ ctx: world.ctx(), input: EIGHT });
    const rows = await world.in((tx) =>
      tx.auditEntry.findMany({ where: { verb: "updateMapSettings" }, select: { fields: true } }),
    );
    expect(rows).toEqual([{ fields: ["npsYesFrom"] }]);
    const { history } = await getMapSettings({ ctx: world.ctx(), input: {} });
    expect(history).toMatchObject([{ validFrom: AS_OF, reason: EIGHT.reason }]);
  });

  test("without a reason, of nothing, or off its range is refused, and nothing is stored", async () => {
    const refused = (input: unknown) => updateMapSettings({ ctx: world.ctx(), input });
    await expect(refused({ ...EIGHT, reason: " " })).rejects.toThrow(ZodError);
    await expect(refused({ ...EIGHT, npsYesFrom: "5" })).rejects.toThrow(ZodError);
    await expect(refused({ from: "now", reason: "Why not" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const { history } = await getMapSettings({ ctx: world.ctx(), input: {} });
    expect(history).toEqual([]);
  });

  test("is for admins", async () => {
    await expect(
      updateMapSettings({ ctx: world.ctx("account_manager"), input: EIGHT }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is the own workspace's alone", async () => {
    const other = await tellOfAnEight();
    await updateMapSettings({ ctx: world.ctx(), input: { ...EIGHT, from: "start" } });
    const { settings, history } = await getMapSettings({ ctx: other.ctx(), input: {} });
    expect([settings.npsYesFrom, history]).toEqual([9, []]);
  });
});
