import { createHmac } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { webhookWork } from "@/lib/jobs/webhook-work";
import { settleRestoredMail } from "@/lib/mail/settle-restored-mail";
import { claimDeliveries } from "@/lib/webhooks/deliveries";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { postEvent } from "@/lib/webhooks/post-event";
import { changeWebhook } from "@/lib/workspaces/webhooks/change-webhook";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { listWebhooks } from "@/lib/workspaces/webhooks/list-webhooks";
import { replayDelivery } from "@/lib/workspaces/webhooks/replay-delivery";
import { sendTestEvent } from "@/lib/workspaces/webhooks/send-test-event";
import { useTestDatabase } from "../../support/database";
import { auditOf, joinWorld, type Person } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";
import { type Receiver, startReceiver } from "../../support/webhook-receiver";

useTestDatabase();
let receiver: Receiver;
let other: Receiver;
let world: World;
let admin: Person;
let endpointId: string;
let secret: string;

beforeAll(async () => {
  receiver = await startReceiver();
  other = await startReceiver();
  process.env.WEBHOOK_ALLOWED_HOSTS = `${receiver.host}, ${other.host}`;
  expect(readEnv().WEBHOOK_ALLOWED_HOSTS).toContain(other.host);
});
afterAll(() => Promise.all([receiver.close(), other.close()]));

const add = (events: string[] = ["answer.handled"], url = receiver.url) =>
  createWebhook({ ctx: admin.ctx, input: { url, events } });

beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answers.length = 0;
  world = await createWorld();
  admin = await joinWorld(world);
  ({ endpointId, secret } = await add());
});

async function tell(
  key = "answer-1",
  kind: "answer.handled" | "contact.erased" = "answer.handled",
) {
  const event = { kind, key, data: { invitationId: key } };
  await world.in((tx) => enqueueEvents(tx, admin.ctx, [event]));
}

async function work(): Promise<void> {
  const ctx = await ctxForSystem({ id: world.workspace.id }, "webhook");
  await webhookWork.run(ctx);
}

async function makeDue(): Promise<void> {
  await world.in((tx) =>
    tx.webhookDelivery.updateMany({
      where: { workspaceId: world.workspace.id, state: "pending" },
      data: { dueAt: new Date(Date.now() - 1000), leasedUntil: null },
    }),
  );
}

const deliveries = async () => (await listWebhooks({ ctx: admin.ctx })).deliveries;

describe("an event", () => {
  test("arrives signed, once, with an id of its own", async () => {
    await tell();
    await tell();
    await work();
    await work();
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const expected = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      id: headers["webhook-id"],
      type: "answer.handled",
      data: { invitationId: "answer-1" },
    });
    expect(await deliveries()).toMatchObject([{ state: "delivered", lastStatus: 200 }]);
  });

  test("of a kind that nobody asked for is not written", async () => {
    await tell("erased-1", "contact.erased");
    expect(await deliveries()).toEqual([]);
  });

  test("that rolled back with what happened was never told", async () => {
    const failed = world.in(async (tx) => {
      await enqueueEvents(tx, admin.ctx, [{ kind: "answer.handled", key: "x", data: {} }]);
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    expect(await deliveries()).toEqual([]);
  });

  test.each([500, 404, 302, 429])(
    "answered with %i is tried again later, under its id",
    async (status) => {
      receiver.answers.push(status);
      await tell();
      await work();
      expect(await deliveries()).toMatchObject([
        { state: "pending", attempts: 1, lastStatus: status },
      ]);
      await work();
      expect(receiver.received).toHaveLength(1);
      await makeDue();
      await work();
      expect(await deliveries()).toMatchObject([{ state: "delivered", attempts: 2 }]);
      const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
      expect(new Set(ids).size).toBe(1);
    },
  );

  test("that fails for two days rests the endpoint; resumed, it goes out with a replay", async () => {
    await tell();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      receiver.answers.push(500);
      await makeDue();
      await work();
    }
    const { webhooks, deliveries: told } = await listWebhooks({ ctx: admin.ctx });
    expect(told).toMatchObject([{ state: "failed", attempts: 8 }]);
    expect(webhooks).toMatchObject([{ pausedReason: "failing" }]);
    await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "resume" } });
    await replayDelivery({ ctx: admin.ctx, input: { deliveryId: told[0]?.deliveryId } });
    await work();
    expect(await deliveries()).toMatchObject([{ state: "delivered", attempts: 1 }]);
  });

  test("of a worker that died is taken by another when its lease ends", async () => {
    await tell();
    await world.in((tx) =>
      tx.webhookDelivery.updateMany({
        where: { workspaceId: world.workspace.id },
        data: { leasedUntil: new Date(Date.now() + 60_000), attempts: 1 },
      }),
    );
    await work();
    expect(receiver.received).toHaveLength(0);
    await makeDue();
    await work();
    expect(receiver.received).toHaveLength(1);
  });

  test("two workers at once send it once", async () => {
    for (let i = 0; i < 8; i += 1) await tell(`answer-${i}`);
    await Promise.all([work(), work(), work()]);
    expect(receiver.received).toHaveLength(8);
  });
});

test("a receiver that hangs is left after ten seconds, and others have had theirs", async () => {
  receiver.answers.push("hang");
  await add(["answer.handled"], other.url);
  await tell();
  const started = Date.now();
  await work();
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(await deliveries()).toContainEqual(
    expect.objectContaining({ state: "pending", lastStatus: null, lastError: "timed_out" }),
  );
  expect(other.received).toHaveLength(1);
}, 40_000);

test("a receiver that does not answer takes one place, however much waits for it", async () => {
  const { endpointId: answering } = await add(["answer.handled"], other.url);
  for (let i = 0; i < 12; i += 1) await tell(`answer-${i}`);
  const where = { workspaceId: world.workspace.id, endpointId, eventKey: "answer-0" };
  const failed = { attempts: 1, lastError: "timed_out", dueAt: new Date() };
  await world.in((tx) => tx.webhookDelivery.updateMany({ where, data: failed }));
  const claim = async (who: "answering" | "all") => {
    const claimed = await world.in((tx) => claimDeliveries(tx, admin.ctx, 10, who));
    return [endpointId, answering].map(
      (id) => claimed.filter((delivery) => delivery.endpointId === id).length,
    );
  };
  expect(await claim("all")).toEqual([1, 5]);
  expect(await claim("answering")).toEqual([0, 7]);
});

test("an event that is not taken holds up no other once its receiver answered again", async () => {
  for (let i = 0; i < 12; i += 1) await tell(`answer-${i}`);
  const change = (key: string, data: Record<string, unknown>) =>
    world.in((tx) =>
      tx.webhookDelivery.updateMany({
        where: { workspaceId: world.workspace.id, endpointId, eventKey: key },
        data: { leasedUntil: null, ...data },
      }),
    );
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  // Tried five minutes ago for the third time.
  await change("answer-0", { attempts: 3, lastError: "timed_out", dueAt: minutes(5) });
  await change("answer-1", { state: "delivered", attempts: 1, finishedAt: minutes(-6) });
  const claim = () => world.in((tx) => claimDeliveries(tx, admin.ctx, 4));
  expect(await claim()).toMatchObject([{ isProbe: true }]);
  await change("answer-1", { finishedAt: minutes(-4) });
  expect(await claim()).toHaveLength(4);
});

test("over all endpoints no more is taken than may be posted at once, and each has its turn", async () => {
  for (let i = 0; i < 4; i += 1) await add();
  for (let i = 0; i < 4; i += 1) await tell(`answer-${i}`);
  const taken = await Promise.all(
    Array.from({ length: 3 }, () => world.in((tx) => claimDeliveries(tx, admin.ctx, 3))),
  );
  expect(taken.map((part) => part.length)).toEqual([3, 3, 3]);
  expect(taken.flat().every(({ isProbe }) => !isProbe)).toBe(true);
});

test.each([
  [
    "wants to speak another protocol",
    "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
    101,
  ],
  ["says nothing and hangs up", "", null],
  [
    "begins an answer that never ends",
    "HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n",
    200,
  ],
])("a receiver that %s holds nothing up", async (_what, said, status) => {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => (said === "" ? socket.end() : socket.write(said)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result = await postEvent(new URL(`http://${host}/`), "{}", {}, [host]);
  expect(result.status).toBe(status);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test("a restored copy tells nothing; said to be the original, it goes on under the same ids", async () => {
  await work();
  await db().installation.update({ where: { id: 1 }, data: { databaseMark: "another database" } });
  await tell();
  await work();
  expect(receiver.received).toEqual([]);
  expect(await deliveries()).toMatchObject([{ state: "pending", attempts: 0 }]);
  await settleRestoredMail({ isMoved: false, now: new Date() });
  await work();
  expect(receiver.received).toHaveLength(1);
});

test("gone is gone: the endpoint rests at once", async () => {
  receiver.answers.push(410);
  await tell();
  await work();
  const { webhooks } = await listWebhooks({ ctx: admin.ctx });
  expect(webhooks).toMatchObject([{ pausedReason: "gone" }]);
});

test("while an endpoint is paused events wait, and go out when it goes on", async () => {
  await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "pause" } });
  await tell();
  await work();
  expect(receiver.received).toHaveLength(0);
  await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "resume" } });
  await work();
  expect(receiver.received).toHaveLength(1);
});

test("a renewed secret signs from then on, a removed endpoint gets nothing", async () => {
  const renewed = await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "renew" } });
  expect(renewed.secret).not.toBe(secret);
  await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "remove" } });
  await tell();
  await work();
  expect(receiver.received).toHaveLength(0);
  expect(await listWebhooks({ ctx: admin.ctx })).toMatchObject({ webhooks: [], deliveries: [] });
});

test("a test event arrives whatever the endpoint asked for", async () => {
  await sendTestEvent({ ctx: admin.ctx, input: { endpointId } });
  await work();
  expect(JSON.parse(receiver.received[0]?.body ?? "{}")).toMatchObject({ type: "test", data: {} });
});

test("a name that leads inside a network is refused when the connection is made", async () => {
  await world.in((tx) =>
    tx.webhookEndpoint.updateMany({
      where: { workspaceId: world.workspace.id },
      data: { url: "https://localhost:9/in" },
    }),
  );
  await tell();
  await work();
  expect(await deliveries()).toMatchObject([{ lastStatus: null, lastError: "inside_address" }]);
});

describe("adding a webhook", () => {
  test.each([
    ["http://hooks.example.com/", /begins with https/],
    ["https://10.0.0.1/", /inside a network/],
    ["https://user:pw@hooks.example.com/", /Leave user and password out/],
    ["nothing", /beginning with https/],
  ])("refuses %s and says why", async (url, said) => {
    await expect(add(["answer.handled"], url)).rejects.toThrow(said);
  });

  test("rejects whoever is no admin, and another workspace's webhook does not exist", async () => {
    const refused = { code: "FORBIDDEN" };
    for (const role of ["viewer", "account_manager"] as const) {
      const ctx = world.ctx(role);
      const input = { endpointId, change: "remove" };
      await expect(listWebhooks({ ctx })).rejects.toMatchObject(refused);
      await expect(changeWebhook({ ctx, input })).rejects.toMatchObject(refused);
      await expect(sendTestEvent({ ctx, input })).rejects.toMatchObject(refused);
    }
    const stranger = await joinWorld(await createWorld());
    const missing = { code: "NOT_FOUND" };
    const input = { endpointId, change: "remove" };
    await expect(changeWebhook({ ctx: stranger.ctx, input })).rejects.toMatchObject(missing);
    await expect(sendTestEvent({ ctx: stranger.ctx, input })).rejects.toMatchObject(missing);
    await tell();
    const [delivery] = await deliveries();
    const again = { deliveryId: delivery?.deliveryId };
    await work();
    const theirs = replayDelivery({ ctx: stranger.ctx, input: again });
    await expect(theirs).rejects.toMatchObject(missing);
    expect((await listWebhooks({ ctx: stranger.ctx })).webhooks).toEqual([]);
  });

  test("and changing it is in the audit", async () => {
    await changeWebhook({ ctx: admin.ctx, input: { endpointId, change: "pause" } });
    const verbs = (await auditOf(world)).map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(["createWebhook", "changeWebhook"]));
  });

  test("keeps no secret in the database", async () => {
    const rows = await withWorkspace({ workspace: world.workspace }, (tx) =>
      tx.webhookEndpoint.findMany({ where: { workspaceId: world.workspace.id } }),
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  });
});
