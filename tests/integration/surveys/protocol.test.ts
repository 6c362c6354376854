import { expect, test } from "vitest";
import * as answer from "@/app/s/[token]/answer/route";
import * as details from "@/app/s/[token]/details/route";
import * as survey from "@/app/s/[token]/route";
import * as signal from "@/app/s/[token]/signal/route";
import * as thanks from "@/app/s/[token]/thanks/route";
import * as unsent from "@/app/s/[token]/unsent/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { ASKING_KEY } from "@/lib/workspaces/asking-settings";
import { useTestDatabase } from "../../support/database";
import {
  type Asked,
  ask,
  call,
  eventsOf,
  letPass,
  post,
  scores,
  setHandedAt,
  visitsOf,
} from "./respondent-world";
import { auditVerbs } from "./survey-world";

// Outside Next's own request there are no cookies: nobody is signed in.

useTestDatabase();

async function askReal(fields: Record<string, unknown> = {}): Promise<Asked> {
  const asked = await ask(fields, { isDemo: false });
  await setHandedAt(asked, 7200);
  return asked;
}

async function setAsking(
  asked: Asked,
  value: Record<string, string | number | boolean>,
): Promise<void> {
  const { workspaceId } = asked.world;
  await withWorkspace(asked.world.system(), (tx) =>
    tx.settingVersion.create({
      data: {
        workspaceId,
        id: crypto.randomUUID(),
        key: ASKING_KEY,
        value,
        validFrom: new Date("2020-01-01T00:00:00Z"),
        reason: "test",
        createdAt: new Date(),
      },
    }),
  );
}

const counted = async (asked: Asked) =>
  (await scores(asked)).filter(([, , kind]) => kind === "confirmed").map(([, value]) => value);

test("the ladder: machines open, fill in and press, and only the person later counts", async () => {
  const asked = await ask({}, { isDemo: false });
  await setHandedAt(asked, 3);
  await call(survey.GET, asked.token, { method: "HEAD" });
  for (let c = 0; c <= 10; c += 1) await asked.visit(String(c));
  await asked.press("0", { website: "http://spam.example" });
  await asked.press("3");
  for (let c = 0; c <= 10; c += 1) await asked.press(String(c));
  expect(await counted(asked)).toEqual([]);
  await letPass(asked, 20);
  for (let c = 4; c <= 7; c += 1) await asked.press(String(c));
  expect(await counted(asked)).toEqual([]);
  await letPass(asked, 7200);
  const sent = await asked.press("9");
  expect(sent.headers.get("location")).toBe(`/s/${asked.token}/thanks`);
  expect(await counted(asked)).toEqual([9]);
  const wave = await getWave({ ctx: asked.world.ctx(), input: { waveId: asked.waveId } });
  expect(wave.people[0]).toMatchObject({ state: "answered", answer: "9" });
});

test("a machine that presses each link long after hand-over is found out by its second press", async () => {
  const asked = await askReal();
  await asked.press("0");
  expect(await counted(asked)).toEqual([0]);
  for (let c = 1; c <= 10; c += 1) await asked.press(String(c));
  expect(await counted(asked)).toEqual([]);
  const rows = await eventsOf(asked);
  expect(rows.map((row) => row.reason)).toEqual(Array(11).fill("two_scores"));
  expect(rows[0]?.evidence).toMatchObject({ heldAt: expect.any(String), isTrusted: false });
  expect(await auditVerbs(asked.world)).toContain("confirmAnswer");
});

test("a person who taps 8, looks, and taps 9 counts with 9", async () => {
  const asked = await askReal();
  await asked.press("8", { touched: "1" });
  await asked.press("9", { touched: "1" });
  expect(await counted(asked)).toEqual([8, 9]);
});

test("a hand on the page right after two presses lets the last one count", async () => {
  const asked = await askReal();
  await asked.press("8");
  await asked.press("9");
  expect(await counted(asked)).toEqual([]);
  const page = await (await call(thanks.GET, asked.token)).text();
  expect(page).toContain("signal");
  expect((await post(signal.POST, asked.token, { touched: "1" })).status).toBe(204);
  expect(await counted(asked)).toEqual([9]);
  expect((await visitsOf(asked)).map((visit) => visit.kind)).toEqual(["signal"]);
});

test("each trap holds what comes near it, and says which it was", async () => {
  const trapped = async (spring: (asked: Asked) => Promise<unknown>, headers = {}) => {
    const asked = await askReal();
    await spring(asked);
    await post(answer.POST, asked.token, { score: "9" }, headers);
    const rows = await scores(asked);
    return rows.at(-1)?.slice(2);
  };
  expect(await trapped((asked) => asked.visit("9", { "sec-purpose": "prefetch" }))).toEqual([
    "held",
    "prefetch",
  ]);
  expect(await trapped((asked) => asked.press("4", { website: "x" }))).toEqual([
    "held",
    "honeypot",
  ]);
  const scanner = { "user-agent": "Mozilla/5.0 (compatible; Mimecast)" };
  expect(await trapped((asked) => asked.visit("9"), scanner)).toEqual(["held", "scanner"]);
  expect(await trapped((asked) => setHandedAt(asked, 4))).toEqual(["held", "too_fast"]);
});

test("a trap sprung just after an untrusted press takes it back; a person's press stays", async () => {
  const machine = await askReal();
  await machine.press("3");
  await machine.visit("3", { purpose: "prefetch" });
  expect(await scores(machine)).toEqual([["nps", 3, "held", "prefetch"]]);
  expect(await auditVerbs(machine.world)).toContain("visitSurvey");
  const person = await askReal();
  await person.press("8", { touched: "1" });
  await person.visit("8", { purpose: "prefetch" });
  await person.press("2", { website: "x" });
  expect(await counted(person)).toEqual([8]);
});

test("a visit keeps its moment, its way and a hash, and knows scanners by name", async () => {
  const asked = await askReal();
  await asked.visit("9", { "user-agent": "Mozilla/5.0 (compatible; Barracuda)" });
  await asked.visit("7", { "user-agent": "Firefox", "x-moz": "prefetch" });
  const [first, second] = await visitsOf(asked);
  expect(first).toMatchObject({ choice: "9", isScanner: true, prefetch: false, kind: "view" });
  expect(second).toMatchObject({ choice: "7", isScanner: false, prefetch: true });
  expect(first?.agentHash).toMatch(/^[0-9a-f]{16}$/);
  expect(first?.agentHash).not.toBe(second?.agentHash);
});

test("a choice left unsent is provisional, counts nowhere, and the press replaces it", async () => {
  const asked = await askReal();
  await asked.visit("9");
  const left = await post(unsent.POST, asked.token, { score: "9", signal: "focus" });
  expect(left.status).toBe(204);
  expect(await scores(asked)).toEqual([["nps", 9, "provisional", "not_sent"]]);
  const page = await (await asked.visit()).text();
  expect(page).not.toContain("Du svarede");
  expect((await call(thanks.GET, asked.token)).status).toBe(303);
  expect((await post(details.POST, asked.token, { comment: "x" })).status).toBe(303);
  expect(await scores(asked)).toHaveLength(1);
  await asked.press("9", { touched: "1" });
  expect(await counted(asked)).toEqual([9]);
  await post(unsent.POST, asked.token, { score: "4", signal: "input" });
  expect(await scores(asked)).toHaveLength(2);
});

test("a choice is not kept when all links were opened, right after hand-over, or unwanted", async () => {
  const leave = (asked: Asked) => post(unsent.POST, asked.token, { score: "9", signal: "input" });
  const many = await askReal();
  for (const c of ["8", "9"]) await many.visit(c);
  const fast = await askReal();
  await setHandedAt(fast, 30);
  await fast.visit("9");
  const unwanted = await askReal();
  await setAsking(unwanted, { takesProvisional: false });
  const page = await (await unwanted.visit("9")).text();
  expect(page).not.toContain("sendBeacon");
  expect(page).toContain("der gemmes intet svar");
  for (const asked of [many, fast, unwanted]) {
    expect((await leave(asked)).status).toBe(204);
    expect(await scores(asked)).toEqual([]);
  }
  for (const fields of [{ score: "9" }, { score: "9", signal: "x" }, {}]) {
    expect((await post(unsent.POST, many.token, fields as never)).status).toBe(204);
  }
});

test("the thresholds are the workspace's own", async () => {
  const asked = await ask({}, { isDemo: false });
  await setAsking(asked, { handOverGraceSeconds: 300 });
  await setHandedAt(asked, 200);
  await asked.press("9", { touched: "1" });
  expect(await scores(asked)).toEqual([["nps", 9, "held", "too_fast"]]);
});

test("what is written to a held score is held with it, and counts once the score does", async () => {
  const asked = await askReal();
  await setHandedAt(asked, 2);
  await asked.press("3");
  await asked.details({ comment: "From a machine" });
  await letPass(asked, 7200);
  await asked.press("9", { touched: "1" });
  await asked.details({ comment: "From a person", touched: "1" });
  expect(await scores(asked)).toEqual([
    ["nps", 3, "held", "too_fast"],
    ["comment", "From a machine", "held", "too_fast"],
    ["nps", 9, "confirmed", null],
    ["comment", "From a person", "confirmed", null],
  ]);
});

test("a domain whose links machines open gets the page without a selection", async () => {
  const asked = await askReal();
  const { workspaceId } = asked.world;
  await withWorkspace(asked.world.system(), (tx) =>
    tx.recipientDomain.create({
      data: {
        workspaceId,
        id: crypto.randomUUID(),
        domain: "customer.example",
        invitations: 10,
        scanned: 4,
        learnedAt: new Date(),
      },
    }),
  );
  expect(await (await asked.visit("9")).text()).not.toContain(" checked>");
  await setAsking(asked, { scannerShare: 0.5 });
  expect(await (await asked.visit("9")).text()).toContain(" checked>");
});

test("where names are hidden the page says so", async () => {
  const asked = await askReal();
  await setAsking(asked, { hidesNames: true, privacyUrl: "https://nordlys.example/privacy" });
  const page = await (await asked.visit("9")).text();
  expect(page).toContain("Jeres kontaktperson kan ikke se dit navn.");
  expect(page).toContain('href="https://nordlys.example/privacy"');
});

test("answers mark the account's facts changed, held ones do not until they are taken back", async () => {
  const marks = (asked: Asked) =>
    withWorkspace(asked.world.system(), (tx) =>
      tx.factsChange.count({
        where: { workspaceId: asked.world.workspaceId, accountId: asked.accountId },
      }),
    );
  const held = await askReal();
  await setHandedAt(held, 1);
  const before = await marks(held);
  await held.press("3");
  expect(await marks(held)).toBe(before);
  const open = await askReal();
  await open.press("3");
  const once = await marks(open);
  await open.press("4");
  expect([once, await marks(open)]).toEqual([before + 1, before + 2]);
});

test("where the workspace sends receipts, an answer leaves one, and its change no second", async () => {
  const asked = await askReal();
  const receipts = () =>
    withWorkspace(asked.world.system(), (tx) =>
      tx.mailOutbox.count({ where: { workspaceId: asked.world.workspaceId, kind: "receipt" } }),
    );
  await asked.press("7", { touched: "1" });
  expect(await receipts()).toBe(0);
  await setAsking(asked, { sendsReceipt: true });
  await asked.press("8", { touched: "1" });
  await asked.press("9", { touched: "1" });
  expect(await receipts()).toBe(1);
});
