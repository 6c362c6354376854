import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { archiveSegment } from "@/lib/segments/archive-segment";
import { createSegment } from "@/lib/segments/create-segment";
import { getSegmentEditor } from "@/lib/segments/get-segment-editor";
import { getSegmentPage } from "@/lib/segments/get-segment-page";
import { listSegments } from "@/lib/segments/list-segments";
import { previewSegment } from "@/lib/segments/preview-segment";
import { segmentAccountIds } from "@/lib/segments/segment-account-ids";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { updateSegment } from "@/lib/segments/update-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createEmployee, createProductType } from "../../support/factories/accounts";
import { createContract, createPurchases } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const AS_OF = "2026-10-02";
const DANISH: SegmentRule = { kind: "text", field: "country", is: ["DK"] };
const EVERYBODY: SegmentRule = { kind: "all", rules: [] };
let world: World;
let other: World;
let pumps: { id: string };
let holm: { id: string };

beforeAll(async () => {
  world = await createWorld({ asOf: AS_OF });
  other = await createWorld({ asOf: AS_OF });
  pumps = await createProductType(world, { name: "Pumps" });
  holm = await createEmployee(world, "Mette Holm");
  const attributes = { tier: "Gold" };
  const danish = await createAccount(world, { name: "A", country: "DK", attributes });
  await createContract(world, danish.id, {
    terms: [{ from: "2025-01-01", to: "2028-01-01", yearlyMinor: 600_000 }],
  });
  const swedish = await createAccount(world, { name: "B", country: "SE", ownerId: holm.id });
  await createPurchases(world, swedish.id, [
    { on: "2026-03-01", amountMinor: 200_000, productTypeId: pumps.id },
  ]);
  await createAccount(world, { name: "C" });
});

function preview(rules: SegmentRule) {
  return previewSegment({ ctx: world.ctx(), input: { rules } });
}

describe("rules", () => {
  test.each<[string, () => SegmentRule, string[]]>([
    ["an attribute", () => DANISH, ["A"]],
    ["not recorded is found by not", () => ({ kind: "not", rule: DANISH }), ["B", "C"]],
    ["a custom attribute", () => ({ kind: "attribute", key: "tier", is: ["gold"] }), ["A"]],
    ["a running contract", () => ({ kind: "hasContract" }), ["A"]],
    ["an owner", () => ({ kind: "text", field: "owner", is: [holm.id] }), ["B"]],
    ["a product type", () => ({ kind: "ownsProductType", productTypeIds: [pumps.id] }), ["B"]],
    ["a state", () => ({ kind: "loyalty", is: ["notKnown"] }), ["A", "B"]],
    [
      "running revenue at least",
      () => ({
        ...{ kind: "runningRevenue", currency: "DKK" },
        ...{ atLeastMinor: 300_000, atMostMinor: null },
      }),
      ["A"],
    ],
    [
      "months since the last order, of who ever ordered",
      () => ({ kind: "figure", figure: "monthsSinceOrder", atLeast: 7, atMost: 7 }),
      ["B"],
    ],
    [
      "a decision date within so many days",
      () => ({ kind: "figure", figure: "daysToDecision", atLeast: null, atMost: 500 }),
      ["A"],
    ],
    [
      "a figure that is not known",
      () => ({ kind: "not", rule: { kind: "figureKnown", figure: "monthsSinceOrder" } }),
      ["A", "C"],
    ],
    [
      "nested",
      () => ({ kind: "any", rules: [DANISH, { kind: "nameContains", text: "b" }] }),
      ["A", "B"],
    ],
  ])("%s", async (_title, rules, expected) => {
    const { examples, accounts } = await preview(rules());
    expect(examples.map(({ name }) => name)).toEqual(expected);
    expect(accounts).toBe(expected.length);
  });

  test("a preview counts active accounts and their running revenue, before anything is saved", async () => {
    expect(await preview({ kind: "not", rule: DANISH })).toMatchObject({
      accounts: 2,
      activeAccounts: 1,
      runningMinor: 200_000,
      share: 0.25,
    });
    expect((await listSegments({ ctx: world.ctx() })).segments).toEqual([]);
  });
});

const WRITES: [
  string,
  (call: { ctx: Ctx; input: unknown }) => Promise<{ id: string }>,
  (id: string) => object,
][] = [
  ["createSegment", createSegment, () => ({ name: `New ${newId()}`, rules: DANISH })],
  [
    "updateSegment",
    updateSegment,
    (segmentId) => ({ segmentId, name: `Other ${newId()}`, rules: EVERYBODY }),
  ],
  ["archiveSegment", archiveSegment, (segmentId) => ({ segmentId })],
];

describe.each(WRITES)("%s", (verb, write, inputOf) => {
  async function segmentId() {
    const input = { name: `Segment ${newId()}`, rules: DANISH };
    return (await createSegment({ ctx: world.ctx(), input })).id;
  }

  test("writes one audit row", async () => {
    const { id } = await write({
      ctx: world.ctx("account_manager"),
      input: inputOf(await segmentId()),
    });
    const [entry] = await auditOf(world);
    expect(entry).toMatchObject({ verb, subjectType: "segment", subjectId: id });
  });

  test("rejects a viewer and bad input", async () => {
    const id = await segmentId();
    await expect(write({ ctx: world.ctx("viewer"), input: inputOf(id) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const bad = { segmentId: "x", name: "", rules: { kind: "all" } };
    await expect(write({ ctx: world.ctx(), input: bad })).rejects.toBeInstanceOf(ZodError);
  });

  test("cannot see another workspace", async () => {
    const id = await segmentId();
    const call = write({ ctx: other.ctx(), input: inputOf(id) });
    if (verb === "createSegment") {
      await call;
      const { segments } = await listSegments({ ctx: other.ctx() });
      expect(segments.map(({ accounts }) => accounts)).toEqual([0]);
    } else await expect(call).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a segment", () => {
  test("is listed with its live count, and no more once archived", async () => {
    const fresh = await createWorld({ asOf: AS_OF });
    const ctx = fresh.ctx();
    const { id } = await createSegment({ ctx, input: { name: "All", rules: EVERYBODY } });
    const counts = async () =>
      (await listSegments({ ctx })).segments.map(({ name, accounts }) => [name, accounts]);
    expect(await counts()).toEqual([["All", 0]]);
    const empty = { activeAccounts: 0, runningMinor: null, share: null };
    expect(await listSegments({ ctx })).toMatchObject({ segments: [empty] });
    await createAccount(fresh);
    expect(await counts()).toEqual([["All", 1]]);
    await archiveSegment({ ctx, input: { segmentId: id } });
    expect(await counts()).toEqual([]);
  });

  test("needs a name no other segment has", async () => {
    const input = { name: "Ports", rules: DANISH };
    const { id } = await createSegment({ ctx: world.ctx(), input });
    await expect(
      createSegment({ ctx: world.ctx(), input: { ...input, name: "PORTS" } }),
    ).rejects.toMatchObject({ code: "CONFLICT", fieldErrors: { name: expect.any(String) } });
    const same = { segmentId: id, name: "Ports", rules: JSON.stringify(EVERYBODY) };
    await expect(updateSegment({ ctx: world.ctx(), input: same })).resolves.toMatchObject({ id });
  });

  test("names every account of its dots to other domains, sites included", async () => {
    const fresh = await createWorld({ asOf: AS_OF });
    const parent = await createAccount(fresh, { country: "DK", decidesForSites: true });
    const site = await createAccount(fresh, { country: "SE", parentId: parent.id });
    const ctx = fresh.ctx();
    const { id } = await createSegment({ ctx, input: { name: "Danish", rules: DANISH } });
    const ids = await withFacts(ctx, (tx, facts) =>
      segmentAccountIds(tx, facts, id, dayNumber(AS_OF)),
    );
    expect(ids).toEqual([parent.id, site.id]);
  });
});

describe("the editor", () => {
  test("offers the values that occur, with how many accounts have them", async () => {
    const editor = await getSegmentEditor({ ctx: world.ctx(), input: {} });
    const country = editor.fields.find(({ field }) => field === "country");
    expect(country).toMatchObject({
      notRecorded: 1,
      values: [
        { value: "DK", accounts: 1 },
        { value: "SE", accounts: 1 },
      ],
    });
    expect(editor.attributes).toEqual([{ key: "tier", values: [{ value: "Gold", accounts: 1 }] }]);
    expect(editor.productTypes).toEqual([{ id: pumps.id, name: "Pumps", accounts: 1 }]);
  });

  test("does not open another workspace's segment, nor offer its values", async () => {
    const input = { name: `Mine ${newId()}`, rules: DANISH };
    const { id: segmentId } = await createSegment({ ctx: world.ctx(), input });
    const opened = getSegmentPage({ ctx: other.ctx(), input: { segmentId } });
    await expect(opened).rejects.toMatchObject({ code: "NOT_FOUND" });
    const editor = await getSegmentEditor({ ctx: other.ctx(), input: {} });
    expect(JSON.stringify(editor)).not.toContain("Gold");
  });

  test("is closed to a respondent, as are list and preview", async () => {
    const actor = { type: "respondent", invitationId: newId() } as const;
    const ctx = { ...world.ctx(), actor };
    const calls = [
      getSegmentEditor({ ctx, input: {} }),
      getSegmentPage({ ctx, input: { segmentId: newId() } }),
      listSegments({ ctx }),
      previewSegment({ ctx, input: { rules: DANISH } }),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
