import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { renewalsTables } from "@/app/w/[workspace]/renewals/renewals-tables";
import { recordCall } from "@/lib/accounts/record-call";
import { newId } from "@/lib/db/new-id";
import { getAccount } from "@/lib/loyalty/get-account";
import { getRenewals } from "@/lib/loyalty/get-renewals";
import { useTestDatabase } from "../../support/database";
import { createComplaint, createNegotiation, createWallet } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

useTestDatabase();

let story: Awaited<ReturnType<typeof tellStory>>;
let other: World;

beforeAll(async () => {
  story = await tellStory();
  other = await createWorld();
});

function radar(input: object = {}) {
  return getRenewals({ ctx: story.world.ctx("viewer"), input });
}

async function rowOf(name: string) {
  const row = (await radar()).rows.find(({ account }) => account.name === name);
  if (!row) throw new Error(`${name} is not on the radar`);
  return row;
}

describe("the renewal radar", () => {
  test("counts to the decision date, not to the renewal date, the soonest first", async () => {
    const { rows, total, totalMinor } = await radar();
    expect(rows.map(({ account, decisionOn }) => [account.name, decisionOn])).toEqual([
      ["Grenaa Havn", "2026-10-15"],
      ["Malmö Kyl", "2027-01-31"],
      ["Loyal Works", "2027-01-31"],
    ]);
    expect(rows[0]).toMatchObject({ daysLeft: 13, within: 30, renewsOn: "2027-01-13" });
    expect([total, totalMinor]).toEqual([3, 6_000_000]);
  });

  test("has no contract under notice: that one is decided", async () => {
    expect((await radar()).rows.some(({ account }) => account.name === "Ribe Stål")).toBe(false);
  });

  test("keeps to the days, the owner and the segment that were chosen", async () => {
    expect((await radar({ within: "30" })).total).toBe(1);
    expect((await radar({ ownerId: story.dahl.id })).rows.map((row) => row.account.name)).toEqual([
      "Malmö Kyl",
    ]);
    await expect(radar({ within: "45" })).rejects.toBeInstanceOf(ZodError);
    await expect(radar({ segmentId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("the months add up to what is decided, at risk by the signal apart", async () => {
    const { months, totalMinor } = await radar();
    expect(months.reduce((sum, month) => sum + month.yearlyMinor, 0)).toBe(totalMinor);
    expect(months[0]).toEqual({
      month: "2026-10",
      contracts: 1,
      yearlyMinor: 2_000_000,
      atRiskMinor: 2_000_000,
    });
  });

  test("says why the signal is as it is, and leaves unknown what nobody knows", async () => {
    expect(await rowOf("Grenaa Havn")).toMatchObject({
      ...{ signal: "atRisk", signalCodes: ["S1", "W8"], attitude: 0.2, wallet: null },
      ...{ rolesHeard: 2, roles: 2, call: null, differ: false, negotiation: null },
    });
    expect(await rowOf("Malmö Kyl")).toMatchObject({
      ...{ attitude: null, attitudeReason: "askedNoAnswer", silence: "silent", rolesHeard: 0 },
    });
  });

  test("sets a negotiation beside the one before, and counts complaints of a year", async () => {
    const { contractId } = await rowOf("Loyal Works");
    const { id } = story.loyal;
    const before = { openedOn: "2025-04-01", closedOn: "2025-04-10", rounds: 1 };
    await createNegotiation(story.world, id, { contractId, ...before, discountAskedRatio: 0.05 });
    await createNegotiation(story.world, id, {
      ...{ contractId, openedOn: "2026-09-01", rounds: 3, discountAskedRatio: 0.12 },
      rival: "Pumpex",
    });
    await createComplaint(story.world, id, { openedOn: "2026-09-20" });
    await createComplaint(story.world, id, { openedOn: "2025-01-01", solvedOn: "2025-01-03" });
    await createWallet(story.world, id, { on: "2026-03-01", lowMinor: 1_250_000, highMinor: 2e6 });
    expect(await rowOf("Loyal Works")).toMatchObject({
      negotiation: { daysOpen: 31, rounds: 3, discountAsked: 0.12, rival: "Pumpex" },
      negotiationBefore: { daysOpen: 9, rounds: 1, discountAsked: 0.05 },
      ...{ complaintsInYear: 1, complaintsOpen: 1 },
      wallet: { low: 0.5, high: 0.8, provenance: "asked" },
    });
  });

  test("leaves as a file with a row per contract", async () => {
    const [months, rows] = await renewalsTables(story.world.ctx(), {});
    expect(months?.rows).toHaveLength(7);
    expect(rows?.rows).toHaveLength(3);
    expect(rows?.rows[0]).toEqual(expect.arrayContaining(["Grenaa Havn", "2026-10-15", 13]));
    for (const row of rows?.rows ?? []) expect(row).toHaveLength(rows?.columns.length ?? 0);
  });

  test("shows another workspace nothing of it", async () => {
    expect((await getRenewals({ ctx: other.ctx(), input: {} })).rows).toEqual([]);
  });
});

describe("a manager's call", () => {
  const line = "They always sign in the last week";

  test("stands beside the signal, and where they say opposite things both are told", async () => {
    const { contractId } = await rowOf("Grenaa Havn");
    const ctx = story.world.ctx("account_manager", { employeeId: story.holm.id });
    await recordCall({ ctx, input: { contractId, call: "safe", line } });
    const row = await rowOf("Grenaa Havn");
    expect(row.call).toEqual({ call: "safe", line, on: AS_OF, isOld: false, by: "Mette Holm" });
    expect(row).toMatchObject({ signal: "atRisk", differ: true });
    expect((await radar()).differing.map(({ account }) => account.name)).toEqual(["Grenaa Havn"]);
    const [entry] = await auditOf(story.world);
    expect(entry).toMatchObject({ verb: "recordCall", subjectId: contractId });
  });

  test("is corrected by a later one of the same day, and the earlier one stays on file", async () => {
    const { contractId } = await rowOf("Grenaa Havn");
    const say = (call: string) =>
      recordCall({ ctx: story.world.ctx(), input: { contractId, call, line } });
    await say("atRisk");
    await say("unsure");
    expect((await rowOf("Grenaa Havn")).call).toMatchObject({ call: "unsure" });
    const page = await getAccount({
      ctx: story.world.ctx(),
      input: { accountId: story.passive.id },
    });
    expect(page.managerCall).toMatchObject({ call: "unsure" });
    const kept = await story.world.in((tx) =>
      tx.managerCall.count({ where: { workspaceId: story.world.workspace.id, contractId } }),
    );
    expect(kept).toBe(3);
  });

  test("is grey after 60 days", async () => {
    const { contractId } = await rowOf("Malmö Kyl");
    const early = story.world.ctx("admin", { on: "2026-08-01" });
    await recordCall({ ctx: early, input: { contractId, call: "safe", line } });
    expect((await rowOf("Malmö Kyl")).call).toMatchObject({ isOld: true, on: "2026-08-01" });
  });

  test("needs a word and a reason, a role that may log, and a contract of the workspace", async () => {
    const { contractId } = await rowOf("Malmö Kyl");
    const input = { contractId, call: "safe", line };
    const ctx = story.world.ctx();
    await expect(recordCall({ ctx, input: { ...input, call: "maybe" } })).rejects.toThrow(ZodError);
    await expect(recordCall({ ctx, input: { ...input, line: " " } })).rejects.toThrow(ZodError);
    await expect(recordCall({ ctx: story.world.ctx("viewer"), input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const before = await auditOf(other);
    await expect(recordCall({ ctx: other.ctx(), input })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await auditOf(other)).toEqual(before);
  });
});
