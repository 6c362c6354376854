import { beforeEach, expect, test } from "vitest";
import { ENDPOINTS } from "@/app/api/v1/_endpoints/all-endpoints";
import { answerApi } from "@/lib/api/answer-api";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { callApi } from "../../support/api";
import { useTestDatabase } from "../../support/database";
import { joinWorld } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();
let world: World;
let key: string;

beforeEach(async () => {
  world = await createWorld();
  const input = { name: "ERP", scopes: ["import:write"] };
  key = (await createApiKey({ ctx: (await joinWorld(world)).ctx, input })).key;
});

const rows = (name: string) => ({ rows: [{ externalId: "K-1", name }] });
const send = (name: string, callKey: string, path = "accounts") =>
  callApi("POST", path, { key, body: rows(name), headers: { "idempotency-key": callKey } });

test("a call made again under its name is answered as before, and made once", async () => {
  const first = await (await send("Grenaa Havn", "call-1")).json();
  expect(first).toMatchObject({ created: 1 });
  expect(await (await send("Grenaa Havn", "call-1")).json()).toEqual(first);
  expect(await (await send("Grenaa Havn", "call-2")).json()).toMatchObject({ unchanged: 1 });
});

test("a name that was used for another call is refused", async () => {
  await send("Grenaa Havn", "call-1");
  for (const again of [
    await send("Aalund Papir", "call-1"),
    await send("Grenaa Havn", "call-1", "contacts"),
  ]) {
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ errors: [{ field: "Idempotency-Key" }] });
  }
});

test("ten at once under one name make one row and never two answers", async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => send("Grenaa Havn", "call-1")));
  const bodies = await Promise.all(
    all.map(async (r) => ({ status: r.status, body: await r.json() })),
  );
  const made = bodies.filter(({ status }) => status === 200);
  expect(made.length).toBeGreaterThan(0);
  expect(new Set(made.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(made[0]?.body).toMatchObject({ created: 1 });
  for (const { status, body } of bodies)
    if (status !== 200) expect(body).toMatchObject({ code: "CONFLICT" });
});

test("a refusal is remembered too, so that a client that retries learns the same", async () => {
  const call = { key, body: { rows: [] }, headers: { "idempotency-key": "call-1" } };
  const first = await callApi("POST", "accounts", call);
  const again = await callApi("POST", "accounts", call);
  expect([first.status, again.status]).toEqual([422, 422]);
  expect(await again.json()).toEqual(await first.json());
});

test("a call that died without an answer may be made again after two minutes", async () => {
  await send("Grenaa Havn", "call-1");
  await world.in((tx) =>
    tx.apiCall.updateMany({
      where: { workspaceId: world.workspace.id },
      data: { finishedAt: null, status: null, startedAt: new Date() },
    }),
  );
  expect((await send("Grenaa Havn", "call-1")).status).toBe(409);
  await world.in((tx) =>
    tx.apiCall.updateMany({
      where: { workspaceId: world.workspace.id },
      data: { startedAt: new Date(Date.now() - 180_000) },
    }),
  );
  expect(await (await send("Grenaa Havn", "call-1")).json()).toMatchObject({ unchanged: 1 });
});

test.each(["", "a b", "é", "x".repeat(201)])("a name %j is refused", async (callKey) => {
  expect((await send("Grenaa Havn", callKey)).status).toBe(422);
});

test("a fault is not remembered: the same call under its name is made again", async () => {
  let tries = 0;
  const endpoint = ENDPOINTS.find(({ path, method }) => path === "accounts" && method === "POST");
  if (!endpoint) throw new Error("no such endpoint");
  const verb = async () => {
    tries += 1;
    if (tries === 1) throw new Error("the disk is full");
    return { tries };
  };
  const call = () =>
    answerApi(
      new Request("http://x/api/v1/accounts", {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "idempotency-key": "call-1" },
        body: JSON.stringify(rows("Grenaa Havn")),
      }),
      [{ endpoint: { ...endpoint, verb }, parts: {} }],
    );
  const answers = [await call(), await call(), await call()];
  expect(answers.map(({ status }) => status)).toEqual([500, 200, 200]);
  expect(await answers[0]?.text()).not.toContain("disk");
  expect(await answers[2]?.json()).toEqual({ tries: 2 });
});
