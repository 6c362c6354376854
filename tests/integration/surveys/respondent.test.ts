import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import * as choose from "@/app/p/[token]/choose/route";
import * as oneClick from "@/app/p/[token]/one-click/route";
import * as preferences from "@/app/p/[token]/route";
import * as answer from "@/app/s/[token]/answer/route";
import * as details from "@/app/s/[token]/details/route";
import * as survey from "@/app/s/[token]/route";
import * as thanks from "@/app/s/[token]/thanks/route";
import { rememberSession } from "@/lib/auth/session-cookie";
import { startSession } from "@/lib/auth/session-rows";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { closeWave } from "@/lib/surveys/waves/close-wave";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { useTestDatabase } from "../../support/database";
import { clearCookies } from "../../support/next-headers";
import { ask, call, post, scores } from "./respondent-world";
import { answersOf, auditVerbs, makeWorld, preferencesToken, type World } from "./survey-world";

useTestDatabase();
beforeEach(clearCookies);

async function signIn(world: World): Promise<void> {
  const { actor, workspace } = world.ctx();
  if (actor.type !== "user") throw new Error("expected a user");
  await db().userWorkspace.create({
    data: {
      userId: actor.userId,
      workspaceId: workspace.id,
      role: "viewer",
      createdAt: new Date(),
    },
    select: { userId: true },
  });
  await rememberSession(await startSession(db(), { userId: actor.userId, now: new Date() }));
}

test("opening every link, by GET or HEAD, writes visits and never an answer", async () => {
  const asked = await ask();
  for (const method of ["GET", "HEAD"]) {
    for (let c = 0; c <= 10; c += 1) {
      const page = await call(survey.GET, asked.token, { method, query: `?c=${c}` });
      expect(page.status).toBe(200);
    }
    await call(thanks.GET, asked.token, { method });
    await call(preferences.GET, preferencesToken(asked.world, asked.invitationId), { method });
  }
  expect(await scores(asked)).toEqual([]);
  const { counts } = await getWave({ ctx: asked.world.ctx(), input: { waveId: asked.waveId } });
  expect(counts).toMatchObject({ visited: 1, answered: 0, visitedOnly: 1 });
});

test("a link no mail of ours could hold leads to the page that says so, whatever is in it", async () => {
  for (const token of ["\u{1f600}", "a\r\nb", "a\0b"]) {
    const handlers = [answer.POST, details.POST, choose.POST];
    for (const handler of handlers) {
      expect((await post(handler, token, { score: "9" })).status).toBe(303);
    }
    for (const handler of [thanks.GET, oneClick.GET]) {
      expect((await call(handler, token)).status).toBe(303);
    }
  }
});

test("a choice of unreadable characters in a link, or a mountain in the hidden field, is no fault", async () => {
  const asked = await ask();
  expect((await call(survey.GET, asked.token, { query: "?c=%00" })).status).toBe(200);
  await post(answer.POST, asked.token, { score: "9" });
  const fields = { comment: "Good", website: "x".repeat(50_000) };
  expect((await post(details.POST, asked.token, fields)).status).toBe(303);
});

test("a form without end is not read to its end, though it does not say how long it is", async () => {
  const asked = await ask();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from(sent === 0 ? "score=9&x=" : "x".repeat(65_536)));
      sent += 1;
      if (sent > 100) controller.close();
    },
  });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const response = await call(answer.POST, asked.token, init);
  expect(response.headers.get("location")).toBe(`/s/${asked.token}?choose=1`);
  expect(sent).toBeLessThan(10);
  expect(await scores(asked)).toEqual([]);
});

test("a comment is cut between two characters, never within one", async () => {
  const asked = await ask();
  await post(answer.POST, asked.token, { score: "9" });
  const comment = `a${"\u{1f600}".repeat(2_500)}`;
  expect((await post(details.POST, asked.token, { comment })).status).toBe(303);
  const all = await answersOf(asked.world, asked.invitationId);
  const kept = all.find((row) => row.question === "comment")?.comment ?? "";
  expect(comment.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThan(3_990);
});

test("the addresses of pages answer no other method, those that write only POST", () => {
  const methods = ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];
  for (const route of [survey, thanks, preferences, answer, details]) {
    for (const method of methods) expect(route).not.toHaveProperty(method);
  }
  for (const page of [survey, thanks, preferences]) expect(page).not.toHaveProperty("POST");
  for (const form of [answer, details]) expect(form).not.toHaveProperty("GET");
});

test("parallel presses, double clicks and a resend give one answer and no error", async () => {
  const asked = await ask();
  const presses = Array.from({ length: 8 }, () => post(answer.POST, asked.token, { score: "8" }));
  const statuses = (await Promise.all(presses)).map((response) => response.status);
  expect(statuses).toEqual(Array(8).fill(303));
  await post(answer.POST, asked.token, { score: "8" });
  expect(await scores(asked)).toEqual([["nps", 8, "confirmed", null]]);
  expect((await auditVerbs(asked.world)).filter((verb) => verb === "confirmAnswer")).toHaveLength(
    1,
  );
});

test("an answer may be changed: every one is kept, the last confirmed one counts", async () => {
  const asked = await ask();
  await post(answer.POST, asked.token, { score: "4", touched: "1" });
  await post(answer.POST, asked.token, { score: "9", touched: "1" });
  const page = await (await call(survey.GET, asked.token)).text();
  expect(page).toContain("Du svarede 9 den");
  expect(page).toMatch(/value="9" aria-label="9 af 10" required checked/);
  expect(await scores(asked)).toEqual([
    ["nps", 4, "confirmed", null],
    ["nps", 9, "confirmed", null],
  ]);
});

test("the second step stores comment, comparison and switching once, as rows of their own", async () => {
  const asked = await ask({ followUps: ["relative_advantage", "switching"] });
  await post(answer.POST, asked.token, { score: "9" });
  const rest = {
    comment: "Fast help\r\n<b>always</b>\u0000",
    relative_advantage: "better",
    switching: "yes",
  };
  const sent = await post(details.POST, asked.token, rest);
  expect(sent.headers.get("location")).toBe(`/s/${asked.token}/thanks?done=1`);
  await post(details.POST, asked.token, rest);
  const rows = await answersOf(asked.world, asked.invitationId);
  const byQuestion = Object.fromEntries(rows.map((r) => [r.question, r.comment ?? r.valueCode]));
  expect(rows).toHaveLength(4);
  expect(byQuestion).toMatchObject({
    comment: "Fast help\n<b>always</b>",
    relative_advantage: "better",
    switching: "yes",
  });
});

test("questions the survey does not ask are not stored, whatever is posted", async () => {
  const asked = await ask();
  await post(answer.POST, asked.token, { score: "9" });
  await post(details.POST, asked.token, { relative_advantage: "better", switching: "maybe" });
  expect(await answersOf(asked.world, asked.invitationId)).toHaveLength(1);
});

test("a colleague is told beforehand, and the answer is held; the customer's own counts", async () => {
  const asked = await ask();
  await signIn(asked.world);
  expect(await (await call(survey.GET, asked.token, { query: "?c=9" })).text()).toContain(
    "Du er logget ind som medarbejder",
  );
  await post(answer.POST, asked.token, { score: "10" });
  await post(details.POST, asked.token, { comment: "So good" });
  const held = await answersOf(asked.world, asked.invitationId);
  expect(held.map((row) => [row.class, row.reason])).toEqual([
    ["held", "staff"],
    ["held", "staff"],
  ]);
  clearCookies();
  await post(answer.POST, asked.token, { score: "6" });
  await post(details.POST, asked.token, { comment: "Late again" });
  const wave = await getWave({ ctx: asked.world.ctx(), input: { waveId: asked.waveId } });
  expect(wave.people[0]).toMatchObject({ state: "answered", answer: "6", comment: "Late again" });
});

test("somebody signed in to another workspace is an ordinary respondent", async () => {
  const asked = await ask();
  await signIn(await makeWorld());
  await post(answer.POST, asked.token, { score: "7" });
  expect(await scores(asked)).toEqual([["nps", 7, "confirmed", null]]);
});

test("a press without a choice, or off the scale, comes back to the question", async () => {
  const asked = await ask({ question: "csat" });
  for (const fields of [{}, { score: "" }, { score: "6" }, { score: "0" }, { score: "5.0" }]) {
    const response = await post(answer.POST, asked.token, fields as Record<string, string>);
    expect(response.headers.get("location")).toBe(`/s/${asked.token}?choose=1`);
  }
  const notAForm = { method: "POST", body: "{", headers: { "content-type": "application/json" } };
  expect((await call(answer.POST, asked.token, notAForm)).status).toBe(303);
  expect(await scores(asked)).toEqual([]);
  const page = await (await call(survey.GET, asked.token, { query: "?choose=1" })).text();
  expect(page).toContain('role="alert"');
});

test("once the wave is closed the page says so and a press is not stored", async () => {
  const asked = await ask();
  await post(answer.POST, asked.token, { score: "9" });
  await closeWave({ ctx: asked.world.ctx(), input: { waveId: asked.waveId } });
  const page = await call(survey.GET, asked.token);
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("Undersøgelsen er lukket. Dit seneste svar var 9.");
  const pressed = await post(answer.POST, asked.token, { score: "1" });
  expect(pressed.headers.get("location")).toBe(`/s/${asked.token}`);
  expect(await scores(asked)).toEqual([["nps", 9, "confirmed", null]]);
});

test("answers are taken to the end of the last day in the workspace's time zone", async () => {
  const asked = await ask();
  await withWorkspace(asked.world.system(), (tx) =>
    tx.invitation.updateMany({
      where: { workspaceId: asked.world.workspaceId, id: asked.invitationId },
      data: { closesOn: new Date("2026-11-22T00:00:00Z") },
    }),
  );
  const press = (instant: string) =>
    confirmAnswer({
      token: asked.token,
      now: new Date(instant),
      viewerId: null,
      input: { score: "5" },
    });
  await expect(press("2026-11-22T23:00:00Z")).rejects.toMatchObject({ code: "GONE" });
  await expect(press("2026-11-22T22:59:59Z")).resolves.toEqual({ isHeld: false });
});

test("a respondent's page is small, keeps nothing and names neither person nor address", async () => {
  const asked = await ask();
  const page = await call(survey.GET, asked.token, { query: "?c=9" });
  const text = await page.text();
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("x-robots-tag")).toContain("noindex");
  expect(page.headers.get("referrer-policy")).toBe("same-origin");
  expect(gzipSync(text).length).toBeLessThan(15_000);
  expect(text).not.toMatch(/style=|Lone|Ravn|customer\.example/);
  expect(text).toContain("Nordlys Pumper spørger L… hos Grenaa Havn");
  expect(text).toContain('<html lang="da">');
});
