import { beforeEach, expect, test } from "vitest";
import { API_SCOPES } from "@/lib/auth/api-key";
import { factsWork } from "@/lib/jobs/facts-work";
import { createSegment } from "@/lib/segments/create-segment";
import { getSegmentEditor } from "@/lib/segments/get-segment-editor";
import { getSegmentPage } from "@/lib/segments/get-segment-page";
import { listSegments } from "@/lib/segments/list-segments";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { updateSegment } from "@/lib/segments/update-segment";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { callApi } from "../../support/api";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createPurchases } from "../../support/factories/business";
import { joinWorld } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();
const DANISH: SegmentRule = { kind: "text", field: "country", is: ["DK"] };
const SWEDISH: SegmentRule = { kind: "text", field: "country", is: ["SE"] };
const on = "2026-10-02";
let world: World;

beforeEach(async () => {
  world = await createWorld({ asOf: on });
  for (const country of ["DK", "DK", "SE"]) {
    const { id } = await createAccount(world, { country });
    await createPurchases(world, id, [{ on: "2026-09-01", amountMinor: 100 }]);
  }
});

/** Another process builds the facts and is not done: it holds the workspace's state meanwhile. */
async function whileFactsAreBuilt(work: () => Promise<void>): Promise<void> {
  let isOver: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  let isHeld: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const builder = world.in(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO facts_state (workspace_id, epoch, definition_version, refreshed_at)
      VALUES (${world.workspace.id}::uuid, 0, 0, now())`;
    isHeld();
    await over;
  });
  await held;
  try {
    await work();
  } finally {
    isOver();
    await builder;
  }
}

async function members(segmentId: string): Promise<number> {
  return world.in((tx) =>
    tx.segmentMembership.count({
      where: { workspaceId: world.workspace.id, segmentId, untilDate: null },
    }),
  );
}

async function membersSince(id: string): Promise<Date | null> {
  const row = await world.in((tx) =>
    tx.segment.findFirstOrThrow({ where: { id }, select: { membersSince: true } }),
  );
  return row.membersSince;
}

const system = () => ({ ...world.ctx(), actor: { type: "system", job: "facts" } as const });

test("a segment made while facts are built is kept at once, and its members are on record when they are there", async () => {
  const ctx = world.ctx();
  let id = "";
  await whileFactsAreBuilt(async () => {
    const started = performance.now();
    ({ id } = await createSegment({ ctx, input: { name: "Danish", rules: DANISH } }));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await membersSince(id)).toBeNull();
    expect(await members(id)).toBe(0);
    // The worker has it to do, now and not tomorrow.
    expect(await world.in((tx) => factsWork.nextAt(tx, system()))).toEqual(ctx.now);
  });
  await factsWork.run(system(), () => false);
  expect(await members(id)).toBe(2);
  expect(await membersSince(id)).toEqual(new Date(on));
  const { segments } = await listSegments({ ctx });
  expect(segments).toMatchObject([{ name: "Danish", accounts: 2, activeAccounts: 2 }]);
});

test("rules changed while facts are built are kept, and members follow when they are there", async () => {
  const ctx = world.ctx();
  const { id } = await createSegment({ ctx, input: { name: "Danish", rules: DANISH } });
  expect(await members(id)).toBe(2);
  await world.in(async (tx) => {
    await tx.factsState.deleteMany({ where: { workspaceId: world.workspace.id } });
  });
  await whileFactsAreBuilt(async () => {
    const input = { segmentId: id, name: "Swedish", rules: SWEDISH };
    await updateSegment({ ctx, input });
    expect(await members(id)).toBe(2);
  });
  await factsWork.run(system(), () => false);
  expect(await members(id)).toBe(1);
});

test("meanwhile the list names segments without numbers, never with 0, and other pages say what they wait for", async () => {
  const ctx = world.ctx();
  await whileFactsAreBuilt(async () => {
    const { id } = await createSegment({ ctx, input: { name: "Danish", rules: DANISH } });
    expect(await listSegments({ ctx })).toMatchObject({
      allAccounts: null,
      segments: [{ name: "Danish", accounts: null, activeAccounts: null, runningMinor: null }],
    });
    const waiting = { code: "UNAVAILABLE" };
    await expect(getSegmentEditor({ ctx, input: {} })).rejects.toMatchObject(waiting);
    const input = { segmentId: id };
    await expect(getSegmentPage({ ctx, input })).rejects.toMatchObject(waiting);
  });
});

test("the API lists segments without numbers meanwhile, as it describes", async () => {
  const admin = await joinWorld(world);
  const input = { name: "ERP", scopes: [...API_SCOPES] };
  const { key } = await createApiKey({ ctx: admin.ctx, input });
  await whileFactsAreBuilt(async () => {
    await createSegment({ ctx: world.ctx(), input: { name: "Danish", rules: DANISH } });
    const response = await callApi("GET", "segments", { key });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ segments: [{ activeAccounts: null }] });
  });
});
