import { beforeEach, describe, expect, test } from "vitest";
import { ENDPOINTS } from "@/app/api/v1/_endpoints/all-endpoints";
import { API_SCOPES } from "@/lib/auth/api-key";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { addDays } from "@/lib/format/calendar";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { revokeApiKey } from "@/lib/workspaces/revoke-api-key";
import { callApi } from "../../support/api";
import { useTestDatabase } from "../../support/database";
import { auditOf, joinWorld, type Person } from "../../support/factories/people";
import { createWorld, nextNumber, type World } from "../../support/factories/world";

useTestDatabase();
let world: World;
let admin: Person;
let key: string;

async function keyFor(scopes: readonly string[], who = admin): Promise<string> {
  return (await createApiKey({ ctx: who.ctx, input: { name: "ERP", scopes: [...scopes] } })).key;
}

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world);
  key = await keyFor(API_SCOPES);
});

type Json = Record<string, unknown>;
async function answered(response: Response, status = 200): Promise<Json> {
  const body = (await response.json()) as Json;
  expect({ status: response.status, body }).toMatchObject({ status });
  return body;
}
const post = (path: string, body: unknown, more: Parameters<typeof callApi>[2] = {}) =>
  callApi("POST", path, { key, body, ...more });
const get = (path: string) => callApi("GET", path, { key });

const grenaa = { externalId: "K-1", name: "Grenaa Havn", country: "DK" };
const line = (id: string, amount: number | string = 1200.5) => ({
  externalId: id,
  accountExternalId: "K-1",
  orderedOn: "2026-03-02",
  amount,
  currency: "DKK",
});

describe("sending rows in", () => {
  test("what is sent is read back as it was sent, and sending it again changes nothing", async () => {
    const rows = [grenaa];
    expect(await answered(await post("accounts", { rows }))).toMatchObject({ created: 1 });
    expect(await answered(await post("accounts", { rows }))).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 1,
    });
    await answered(await post("purchases", { rows: [line("1"), line("2", "0.05")] }));
    const { rows: lines } = await answered(await get("purchases"));
    expect(lines).toMatchObject([
      {
        externalId: "1",
        amount: "1200.50",
        currency: "DKK",
        accountExternalId: "K-1",
        source: "api",
      },
      { externalId: "2", amount: "0.05" },
    ]);
  });

  test("answers of two people of one account who say the same are two, and stay two", async () => {
    const answer = { accountExternalId: "K-1", score: 9, answeredOn: "2026-01-05" };
    const rows = [
      { ...answer, comment: "x" },
      { ...answer, comment: "y" },
    ];
    expect(await answered(await post("answers", { rows }))).toMatchObject({ created: 2 });
    expect(await answered(await post("answers", { rows }))).toMatchObject({ unchanged: 2 });
    const where = { workspaceId: world.workspace.id };
    const stored = await world.in((tx) => tx.responseEvent.findMany({ where }));
    expect(stored.map(({ comment }) => comment).sort()).toEqual(["x", "y"]);
  });

  test("a field left out keeps what is stored, null empties it", async () => {
    await answered(await post("accounts", { rows: [{ ...grenaa, industry: "Ports" }] }));
    await answered(await post("accounts", { rows: [grenaa] }));
    expect(await answered(await get("accounts"))).toMatchObject({ rows: [{ industry: "Ports" }] });
    await answered(await post("accounts", { rows: [{ ...grenaa, industry: null }] }));
    expect(await answered(await get("accounts"))).toMatchObject({ rows: [{ industry: null }] });
  });

  test("rows with other fields, and parents below them, come in together", async () => {
    const rows = [
      { externalId: "S-1", name: "Grenaa Nord", parentExternalId: "K-1" },
      { ...grenaa, decidesForSites: true },
    ];
    expect(await answered(await post("accounts", { rows }))).toMatchObject({ created: 2 });
    const { rows: read } = await answered(await get("accounts"));
    expect(read).toContainEqual(
      expect.objectContaining({ externalId: "S-1", parentExternalId: "K-1" }),
    );
  });

  test("each refused row is named with its field, and the others come in", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const rows = [
      line("1"),
      { ...line("2"), amount: "many" },
      { ...line("3"), orderedOn: "02.03.2026" },
      { ...line("4"), accountExternalId: "K-9" },
      { ...line("5"), colour: "red" },
      { externalId: "6" },
      line("1"),
    ];
    const answer = await answered(await post("purchases", { rows }));
    expect(answer).toMatchObject({ created: 1, rejected: 6 });
    const refused = answer.rejectedRows as { row: number; field: string }[];
    expect(refused.map(({ row, field }) => [row, field])).toEqual([
      [1, "amount"],
      [2, "orderedOn"],
      [3, "accountExternalId"],
      [4, "colour"],
      [5, "accountExternalId"],
      [6, "externalId"],
    ]);
  });

  test("a value that may mean another one is refused, not read", async () => {
    await post("accounts", { rows: [grenaa] });
    const ids = '{"rows":[{"externalId":12345678901234567890,"name":"One"}]}';
    expect(await answered(await post("accounts", JSON.parse(ids)))).toMatchObject({
      rejectedRows: [{ row: 0, field: "externalId" }],
    });
    const rows = [
      line("1", "1,234"),
      line("2", "1 234.50"),
      line("3", "1234.50"),
      line("4", -3.25),
    ];
    expect(await answered(await post("purchases", { rows }))).toMatchObject({
      created: 2,
      rejectedRows: [
        { row: 0, field: "amount" },
        { row: 1, field: "amount" },
      ],
    });
  });

  test("rows whose own id is empty are told apart by what they say", async () => {
    await post("accounts", { rows: [grenaa] });
    const wallet = (estimatedOn: string) => ({
      externalId: null,
      accountExternalId: "K-1",
      yearlyLow: 1000,
      currency: "DKK",
      estimatedOn,
    });
    const rows = [wallet("2026-01-31"), wallet("2026-02-28"), wallet("2026-01-31")];
    expect(await answered(await post("wallet-estimates", { rows }))).toMatchObject({
      created: 2,
      rejectedRows: [{ row: 2 }],
    });
  });

  test("how a purchase was made automatic comes back in as it was read out", async () => {
    await post("accounts", { rows: [grenaa] });
    await post("purchases", { rows: [{ ...line("1"), chosenBy: "standing order" }] });
    const read = async () => ((await answered(await get("purchases"))).rows as Json[])[0];
    const { chosenBy, automaticKind } = (await read()) ?? {};
    expect({ chosenBy, automaticKind }).toEqual({
      chosenBy: "automatic",
      automaticKind: "standing_order",
    });
    for (const again of [{ chosenBy, automaticKind }, { chosenBy }]) {
      const rows = [{ ...line("1"), ...again }];
      expect(await answered(await post("purchases", { rows }))).toMatchObject({ unchanged: 1 });
    }
    await post("purchases", { rows: [{ ...line("2"), chosenBy, automaticKind }] });
    expect(((await answered(await get("purchases"))).rows as Json[])[1]).toMatchObject({
      automaticKind: "standing_order",
    });
  });

  test("an atomic call stores all or nothing", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const rows = [line("1"), { ...line("2"), accountExternalId: "K-9" }];
    const problem = await answered(await post("purchases", { rows, atomic: true }), 422);
    expect(problem).toMatchObject({
      code: "INVALID_INPUT",
      errors: [{ field: "rows.1.accountExternalId" }],
    });
    expect(await answered(await get("purchases"))).toMatchObject({ rows: [] });
  });

  test("a key revoked between calls of a batch ends it there: what was answered 200 is in, the rest is not", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const made = await createApiKey({
      ctx: admin.ctx,
      input: { name: "Batch", scopes: ["import:write"] },
    });
    const from = { key: made.key, headers: { "x-forwarded-for": `192.0.2.${nextNumber()}` } };
    const send = async (id: string) =>
      (await callApi("POST", "purchases", { ...from, body: { rows: [line(id, 1)] } })).status;
    const ids = Array.from({ length: 6 }, (_, i) => `batch-${i}`);
    const first = await Promise.all(ids.slice(0, 2).map(send));
    const [revoked, ...during] = await Promise.all([
      revokeApiKey({ ctx: admin.ctx, input: { apiKeyId: made.apiKeyId } }),
      ...ids.slice(2, 4).map(send),
    ]);
    expect(revoked).toBeDefined();
    const after = await Promise.all(ids.slice(4).map(send));
    expect(first).toEqual([200, 200]);
    for (const status of during) expect([200, 401]).toContain(status);
    expect(after).toEqual([401, 401]);
    const taken = ids.filter((_, i) => [...first, ...during, ...after][i] === 200);
    const { rows } = (await answered(await get("purchases"))) as { rows: Json[] };
    expect(rows.map((row) => row.externalId).sort()).toEqual(taken);
  });

  test("ten thousand rows come in with one call, one more is refused", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const rows = Array.from({ length: 10_000 }, (_, i) => line(String(i)));
    expect(await answered(await post("purchases", { rows }))).toMatchObject({ created: 10_000 });
    await answered(await post("purchases", { rows: [...rows, line("more")] }), 422);
  });

  test("a purchase is in the next figures, and the audit names the kind", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const before = await answered(await get("figures"));
    expect(before).toMatchObject({ runningMinor: 0, activeAccounts: 0 });
    const orderedOn = addDays(admin.ctx.asOf, -60);
    await answered(await post("purchases", { rows: [{ ...line("1", "5000.50"), orderedOn }] }));
    const after = await answered(await get("figures"));
    expect(after).toMatchObject({ runningMinor: 500_050, activeAccounts: 1, currency: "DKK" });
    expect(after.epoch).toBeGreaterThan(before.epoch as number);
    expect(await auditOf(world)).toContainEqual(
      expect.objectContaining({ verb: "upsertRecords", actorType: "apiKey" }),
    );
  });
});

describe("reading rows", () => {
  test("pages follow one another without a gap or a repetition", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const rows = Array.from({ length: 25 }, (_, i) => line(String(i)));
    await answered(await post("purchases", { rows }));
    const seen: unknown[] = [];
    let cursor: unknown = "";
    for (let page = 0; page < 9 && cursor !== null; page += 1) {
      const after = cursor === "" ? "" : `&cursor=${cursor}`;
      const answer = await answered(await get(`purchases?limit=10${after}`));
      seen.push(...(answer.rows as { externalId: string }[]).map(({ externalId }) => externalId));
      cursor = answer.nextCursor;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=many", "limit"],
    ["cursor=1", "cursor"],
    ["accountId=K-1", "accountId"],
  ])("a wrong %s is named", async (query, field) => {
    const problem = await answered(await get(`purchases?${query}`), 422);
    expect(problem).toMatchObject({ errors: [{ field }] });
  });

  test("a parameter nobody knows is refused, not overlooked", async () => {
    await answered(await get("purchases?since=2026-01-01"), 422);
  });

  test("another workspace's rows do not exist", async () => {
    await answered(await post("accounts", { rows: [grenaa] }));
    const other = await createWorld();
    const stranger = await keyFor(API_SCOPES, await joinWorld(other));
    for (const { method, path } of ENDPOINTS.filter((e) => e.method === "GET")) {
      if (path.includes("{")) continue;
      const response = await callApi(method, path, { key: stranger });
      expect(JSON.stringify(await answered(response))).not.toContain("Grenaa");
    }
  });
});

describe("every endpoint", () => {
  const reads = ENDPOINTS.filter(({ method, path }) => method === "GET" && !path.includes("{"));

  test.each(reads.map((endpoint) => [endpoint.path, endpoint] as const))(
    "%s answers as it is described",
    async (path, { answer }) => {
      await answered(await post("accounts", { rows: [grenaa] }));
      await answered(await post("purchases", { rows: [line("1")] }));
      await refreshFacts({ ctx: world.ctx() });
      const body = await answered(await get(path));
      expect(answer.safeParse(body)).toMatchObject({ success: true });
    },
  );

  test.each(
    ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
  )(
    "%s is closed to a key made for something else, to none and to a revoked one",
    async (_name, { method, path, scope }) => {
      const at = path.replace(/\{\w+\}/, world.workspace.id);
      const body = method === "POST" ? { body: {} } : {};
      const others = await keyFor(API_SCOPES.filter((one) => one !== scope));
      expect((await callApi(method, at, { key: others, ...body })).status).toBe(403);
      const from = { headers: { "x-forwarded-for": `192.0.2.${nextNumber()}` } };
      expect((await callApi(method, at, { ...body, ...from })).status).toBe(401);
      const made = await createApiKey({ ctx: admin.ctx, input: { name: "Old", scopes: [scope] } });
      await revokeApiKey({ ctx: admin.ctx, input: { apiKeyId: made.apiKeyId } });
      expect((await callApi(method, at, { key: made.key, ...body, ...from })).status).toBe(401);
    },
  );

  test("an address that is none, and another method, are told apart", async () => {
    expect(await answered(await get("nothing/here"), 404)).toMatchObject({ code: "NOT_FOUND" });
    const refused = await callApi("DELETE", "purchases", { key });
    expect(refused.headers.get("allow")).toBe("GET, POST");
    expect(await answered(refused, 405)).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
    expect((await callApi("HEAD", "purchases", { key })).status).toBe(200);
  });

  test("a key made for something else is told what it would need", async () => {
    const other = await keyFor(["figures:read"]);
    expect(await answered(await callApi("GET", "accounts", { key: other }), 403)).toMatchObject({
      detail: expect.stringContaining("data:export"),
    });
  });

  test("whoever tries keys is told how long to wait", async () => {
    const from = { headers: { "x-forwarded-for": "192.0.2.250" } };
    const tries = Array.from({ length: 31 }, () =>
      callApi("GET", "accounts", { key: "x", ...from }),
    );
    const last = (await Promise.all(tries)).filter(({ status }) => status === 429);
    expect(last).toHaveLength(1);
    expect(Number(last[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("a body that is compressed, or holds a field that is none, is told which", async () => {
    const zipped = await post(
      "accounts",
      { rows: [grenaa] },
      { headers: { "content-encoding": "gzip" } },
    );
    expect(await answered(zipped, 422)).toMatchObject({ errors: [{ field: "Content-Encoding" }] });
    expect(
      await answered(await post("accounts", { rows: [grenaa], sauce: "erp" }), 422),
    ).toMatchObject({ errors: [{ field: "sauce" }] });
    const nested = { surveyId: world.workspace.id, people: [{ askKey: "1", langauge: "da" }] };
    expect(await answered(await post("invitations", nested), 422)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field: "people.0.langauge" })]),
    });
  });

  test.each(["", "[]", "{", "null", '"text"'])(
    "a body %j that is no object is told",
    async (body) => {
      expect(await answered(await post("accounts", body), 422)).toMatchObject({
        errors: [{ field: "body" }],
      });
    },
  );
});
