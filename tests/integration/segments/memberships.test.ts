import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { isoDate } from "@/lib/format/calendar";
import { factsWork } from "@/lib/jobs/facts-work";
import { archiveSegment } from "@/lib/segments/archive-segment";
import { createSegment } from "@/lib/segments/create-segment";
import { getSegmentPage } from "@/lib/segments/get-segment-page";
import { recordMemberships } from "@/lib/segments/record-memberships";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { updateSegment } from "@/lib/segments/update-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createPurchases } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const DAY_ONE = "2026-10-02";
const DAY_TWO = "2026-10-20";
const DAY_THREE = "2026-11-05";
const QUIET: SegmentRule = {
  kind: "figure",
  figure: "monthsSinceOrder",
  atLeast: 3,
  atMost: null,
};
const EVERYBODY: SegmentRule = { kind: "all", rules: [] };

let world: World;
let quiet: { id: string };
let buying: { id: string };

beforeEach(async () => {
  world = await createWorld({ asOf: DAY_ONE });
  quiet = await createAccount(world, { name: "Quiet" });
  buying = await createAccount(world, { name: "Buying" });
  await createPurchases(world, quiet.id, [{ on: "2026-05-10", amountMinor: 100_000 }]);
  await createPurchases(world, buying.id, [{ on: "2026-07-10", amountMinor: 200_000 }]);
});

const system = (on: string) =>
  ({ ...world.ctx("admin", { on }), actor: { type: "system", job: "facts" } }) as const;

async function create(rules: SegmentRule): Promise<string> {
  return (await createSegment({ ctx: world.ctx(), input: { name: `S ${newId()}`, rules } })).id;
}

/** [account, from, until] of every membership of a segment. */
async function onRecord(segmentId: string, of = world) {
  const rows = await of.in((tx) =>
    tx.segmentMembership.findMany({
      where: { workspaceId: of.workspace.id, segmentId },
      orderBy: [{ fromDate: "asc" }, { accountId: "asc" }],
    }),
  );
  return rows.map((row) => [
    row.accountId,
    isoDate(row.fromDate),
    row.untilDate && isoDate(row.untilDate),
  ]);
}

function pageOf(segmentId: string, on: string, page?: string) {
  return getSegmentPage({ ctx: world.ctx("viewer", { on }), input: { segmentId, page } });
}

describe("memberships", () => {
  test("begin with who is in the segment on its first day, none of whom joined", async () => {
    const id = await create(QUIET);
    expect(await onRecord(id)).toEqual([[quiet.id, DAY_ONE, null]]);
    const { members } = await pageOf(id, DAY_ONE);
    expect(members).toMatchObject({ keptSince: DAY_ONE, total: 1, joined: 0, left: 0, moves: [] });
    expect(members.members).toEqual([
      expect.objectContaining({ id: quiet.id, isActive: true, since: DAY_ONE }),
    ]);
  });

  test("follow the day and the facts: a month more of silence joins, an order leaves", async () => {
    const id = await create(QUIET);
    await recordMemberships({ ctx: system(DAY_TWO) });
    await createPurchases(world, quiet.id, [{ on: DAY_THREE, amountMinor: 100_000 }]);
    await factsWork.run(system(DAY_THREE));
    expect(await onRecord(id)).toEqual([
      [quiet.id, DAY_ONE, DAY_THREE],
      [buying.id, DAY_TWO, null],
    ]);
    const { members } = await pageOf(id, DAY_THREE);
    expect(members).toMatchObject({ joined: 1, left: 1, movesFrom: DAY_ONE });
    expect(members.moves).toEqual([
      { accountId: quiet.id, name: "Quiet", kind: "left", on: DAY_THREE },
      { accountId: buying.id, name: "Buying", kind: "joined", on: DAY_TWO },
    ]);
  });

  test("of 90 days ago and before are no longer counted as moves", async () => {
    const id = await create(QUIET);
    await recordMemberships({ ctx: system(DAY_TWO) });
    const { members } = await pageOf(id, "2027-01-18");
    expect(members).toMatchObject({ joined: 0, left: 0, moves: [] });
    expect((await pageOf(id, "2027-01-17")).members.joined).toBe(1);
  });

  test("a changed rule ends and begins them on its day and rewrites no day before", async () => {
    const id = await create(QUIET);
    const update = (rules: SegmentRule, on: string) =>
      updateSegment({
        ctx: world.ctx("account_manager", { on }),
        input: { segmentId: id, name: "Other", rules },
      });
    await update({ kind: "not", rule: QUIET }, "2026-10-05");
    const after = [
      [quiet.id, DAY_ONE, "2026-10-05"],
      [buying.id, "2026-10-05", null],
    ];
    expect(await onRecord(id)).toEqual(after);
    await update(EVERYBODY, "2026-10-05");
    await update({ kind: "not", rule: QUIET }, "2026-10-05");
    expect(await onRecord(id)).toEqual(after);
  });

  test("a second run writes nothing", async () => {
    await create(EVERYBODY);
    expect(await recordMemberships({ ctx: system(DAY_TWO) })).toBe(0);
    await createAccount(world, { name: "New" });
    expect(await recordMemberships({ ctx: system(DAY_TWO) })).toBe(1);
    expect(await recordMemberships({ ctx: system(DAY_TWO) })).toBe(0);
  });

  test("two writers at once open no membership twice", async () => {
    const id = await create(QUIET);
    await Promise.all([1, 2, 3].map(() => recordMemberships({ ctx: system(DAY_TWO) })));
    expect(await onRecord(id)).toHaveLength(2);
  });

  test("end when the segment is archived, and stay on record", async () => {
    const id = await create(QUIET);
    const ctx = world.ctx("admin", { on: DAY_TWO });
    await archiveSegment({ ctx, input: { segmentId: id } });
    await recordMemberships({ ctx: system(DAY_THREE) });
    expect(await onRecord(id)).toEqual([[quiet.id, DAY_ONE, DAY_TWO]]);
  });

  test("of a segment older than the record begin with the worker's next run", async () => {
    const id = newId();
    const at = new Date("2026-01-01T12:00:00Z");
    const data = { workspaceId: world.workspace.id, id, name: "Old", rules: EVERYBODY };
    await world.in((tx) => tx.segment.create({ data: { ...data, createdAt: at, updatedAt: at } }));
    const before = await pageOf(id, DAY_ONE);
    expect(before.members).toMatchObject({ keptSince: null, total: 2, moves: [] });
    expect(before.members.members.map(({ since }) => since)).toEqual([null, null]);
    await recordMemberships({ ctx: system(DAY_ONE) });
    const { members } = await pageOf(id, DAY_ONE);
    expect(members).toMatchObject({ keptSince: DAY_ONE, joined: 0 });
  });
});

describe("the page of a segment", () => {
  test("lists who is in it page by page, the largest first, each once", async () => {
    for (let index = 0; index < 30; index += 1)
      await createAccount(world, { name: `Site ${String(index).padStart(2, "0")}` });
    const id = await create(EVERYBODY);
    const [first, second] = [await pageOf(id, DAY_ONE), await pageOf(id, DAY_ONE, "2")];
    expect(first.members).toMatchObject({ total: 32, page: 1, pageSize: 25 });
    expect(first.members.members.slice(0, 3).map(({ name }) => name)).toEqual([
      "Buying",
      "Quiet",
      "Site 00",
    ]);
    const ids = [...first.members.members, ...second.members.members].map((row) => row.id);
    expect(new Set(ids).size).toBe(32);
    expect((await pageOf(id, DAY_ONE, "99")).members.page).toBe(2);
    expect((await pageOf(id, DAY_ONE, "x")).members.page).toBe(1);
  });

  test("shows no revenue of who is not active, rather than 0", async () => {
    await createAccount(world, { name: "Prospect" });
    const id = await create({ kind: "nameContains", text: "prospect" });
    const { members } = await pageOf(id, DAY_ONE);
    expect(members.members).toMatchObject([{ isActive: false, runningMinor: null }]);
  });

  test("is not found in another workspace, whose rows no one else sees", async () => {
    const id = await create(QUIET);
    const other = await createWorld({ asOf: DAY_ONE });
    const opened = getSegmentPage({ ctx: other.ctx(), input: { segmentId: id } });
    await expect(opened).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await recordMemberships({ ctx: other.ctx() })).toBe(0);
    const seen = await other.in((tx) => tx.segmentMembership.count({ where: { segmentId: id } }));
    expect(seen).toBe(0);
    const write = other.in((tx) =>
      tx.segmentMembership.updateMany({ where: { segmentId: id }, data: { untilDate: null } }),
    );
    expect((await write).count).toBe(0);
  });

  test("is closed to a respondent", async () => {
    const actor = { type: "respondent", invitationId: newId() } as const;
    const ctx = { ...world.ctx(), actor };
    for (const call of [
      getSegmentPage({ ctx, input: { segmentId: newId() } }),
      recordMemberships({ ctx }),
    ])
      await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the worker", () => {
  test("looks again when the next day of the workspace begins, only where there is a segment", async () => {
    await factsWork.run(system(DAY_ONE));
    const next = () => world.in((tx) => factsWork.nextAt(tx, system(DAY_ONE)));
    expect(await next()).toBeNull();
    await create(QUIET);
    expect((await next())?.toISOString()).toBe("2026-10-02T22:10:00.000Z");
    const signal = await db().workspaceSignal.findFirst({
      where: { workspaceId: world.workspace.id, kind: "facts" },
    });
    expect(signal).not.toBeNull();
  });
});
