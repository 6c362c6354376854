import { expect, test } from "vitest";
import { ZodError } from "zod";
import { POST as kioskDetails } from "@/app/s/door/[token]/[language]/[own]/details/route";
import { GET as kioskThanks } from "@/app/s/door/[token]/[language]/[own]/thanks/route";
import { POST as answer } from "@/app/s/door/[token]/[language]/answer/route";
import { GET as page } from "@/app/s/door/[token]/route";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { closeDoor } from "@/lib/surveys/doors/close-door";
import { createDoor } from "@/lib/surveys/doors/create-door";
import { enterDoor } from "@/lib/surveys/doors/enter-door";
import { getDoor } from "@/lib/surveys/doors/get-door";
import { getDoorEditor } from "@/lib/surveys/doors/get-door-editor";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, auditVerbs, makeWorld, type World } from "./survey-world";

// A browser without a session.

useTestDatabase();

const VISIT = {
  name: "Visits",
  question: "csat",
  scope: "touchpoint",
  touchpointName: "Service visit",
};

async function addDoor(world: World, fields: Record<string, unknown> = {}, survey: object = VISIT) {
  const surveyId = await addSurvey(world, { ...survey });
  const input = { surveyId, kind: "link", name: "Counter", ...fields };
  const { doorId } = await createDoor({ ctx: world.ctx(), input });
  const { link } = await getDoor({ ctx: world.ctx(), input: { doorId } });
  return { surveyId, doorId, token: link.split("/").at(-1) ?? "" };
}

async function addEmployee(world: World, leftOn: Date | null = null): Promise<string> {
  const id = newId();
  const { workspaceId } = world;
  await withWorkspace(world.system(), (tx) =>
    tx.employee.create({
      data: { workspaceId, id, name: "Karin Lehto", email: `${id}@staff.example`, leftOn },
      select: { id: true },
    }),
  );
  return id;
}

async function rowsOf(world: World) {
  const where = { workspaceId: world.workspaceId };
  return withWorkspace(world.system(), async (tx) => ({
    invitations: await tx.invitation.findMany({
      where,
      select: { contactId: true, accountId: true, channel: true, doorId: true, language: true },
    }),
    answers: await tx.responseEvent.findMany({
      where,
      orderBy: { answeredAt: "asc" },
      select: { question: true, valueNumber: true, class: true, accountId: true, contactId: true },
    }),
    visits: await tx.invitationVisit.count({ where }),
  }));
}

function get(query = "", headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/${query}`, { headers });
}

function post(form: Record<string, string>): Request {
  return new Request("http://localhost/", { method: "POST", body: new URLSearchParams(form) });
}

function at(token: string, language = "da") {
  return { params: Promise.resolve({ token, language }) };
}

test("opening a door any number of times stores nothing", async () => {
  const world = await makeWorld();
  const { token } = await addDoor(world);
  const opened = await page(get("?c=4", { "accept-language": "sv-SE,sv;q=0.9" }), at(token));
  const html = await opened.text();
  expect(opened.status).toBe(200);
  expect(html).toContain('<html lang="sv">');
  expect(html).toContain("Hur nöjd var du med följande: Service visit?");
  expect(html).toContain(`action="/s/door/${token}/sv/answer"`);
  expect(html).toMatch(/value="4"[^>]* checked/);
  expect(html).not.toContain("/p/");
  await page(get(), at(token));
  expect(await rowsOf(world)).toEqual({ invitations: [], answers: [], visits: 0 });
});

test("a press makes an invitation without a contact, and goes on under its own link", async () => {
  const world = await makeWorld();
  const { token, doorId } = await addDoor(world);
  const pressed = await answer(post({ score: "5" }), at(token));
  expect(pressed.status).toBe(303);
  const location = pressed.headers.get("location") ?? "";
  expect(location).toMatch(/^\/s\/[\w-]+\/thanks$/);
  expect(pressed.headers.get("set-cookie")).toContain(`Path=/s/door/${token};`);
  const { invitations, answers } = await rowsOf(world);
  const anonymous = { contactId: null, accountId: null };
  expect(invitations).toEqual([{ ...anonymous, channel: "link", doorId, language: "da" }]);
  expect(answers).toEqual([{ ...anonymous, question: "csat", valueNumber: 5, class: "confirmed" }]);
  const door = await getDoor({ ctx: world.ctx("viewer"), input: { doorId } });
  expect(door).toMatchObject({ came: 1, answered: 1, isOpen: true });
});

test("the same device comes back to its own answer for a day, another gives another", async () => {
  const world = await makeWorld();
  const { token } = await addDoor(world);
  const pressed = await answer(post({ score: "2" }), at(token));
  const cookie = (pressed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const again = await page(get("?c=4", { cookie }), at(token));
  expect(again.headers.get("location")).toMatch(/^\/s\/[\w-]+\?c=4$/);
  expect((await page(get(), at(token))).status).toBe(200);
  const strange = await page(get("", { cookie: "own=../../p/x" }), at(token));
  expect(strange.status).toBe(200);
});

test("an address can press only so often at one door", async () => {
  const world = await makeWorld();
  const { token } = await addDoor(world);
  const call = { token, now: new Date(), wishes: [], address: newId(), input: { score: "4" } };
  for (let i = 0; i < 30; i += 1) expect(await enterDoor(call)).not.toBeNull();
  await expect(enterDoor(call)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect(await enterDoor({ ...call, address: newId() })).not.toBeNull();
});

test("answers enter an account's figures only where the door names the account", async () => {
  const world = await makeWorld();
  const { accountId } = await addAccount(world, "Grenaa Havn", []);
  const { token, doorId } = await addDoor(world, { accountId });
  await answer(post({ score: "1" }), at(token));
  expect((await rowsOf(world)).answers).toMatchObject([{ accountId, contactId: null }]);
  const door = await getDoor({ ctx: world.ctx(), input: { doorId } });
  expect(door.account).toEqual({ id: accountId, name: "Grenaa Havn" });
});

test("a kiosk leads back to its start by itself, and knows nobody", async () => {
  const world = await makeWorld();
  const { token } = await addDoor(world, { kind: "kiosk" });
  const opened = await page(get("", { cookie: `own=${"a".repeat(60)}` }), at(token));
  expect(opened.status).toBe(200);
  expect(opened.headers.get("refresh")).toBe(`90; url=/s/door/${token}`);
  const pressed = await answer(post({ score: "3" }), at(token, "fi"));
  expect(pressed.headers.get("set-cookie")).toBeNull();
  const [, own = ""] = /\/fi\/([\w-]+)\/thanks$/.exec(pressed.headers.get("location") ?? "") ?? [];
  const place = { params: Promise.resolve({ token, language: "fi", own }) };
  const thanks = await kioskThanks(get(), place);
  expect(thanks.headers.get("refresh")).toBe(`60; url=/s/door/${token}`);
  expect(await thanks.text()).toContain(`action="/s/door/${token}/fi/${own}/details"`);
  const sent = await kioskDetails(post({ comment: "Pitkä jono" }), place);
  expect(sent.headers.get("location")).toBe(`/s/door/${token}/fi/${own}/thanks?done=1`);
  const done = await kioskThanks(get("?done=1"), place);
  expect(done.headers.get("refresh")).toBe(`8; url=/s/door/${token}`);
  expect((await rowsOf(world)).answers.map((one) => one.question)).toEqual(["csat", "comment"]);
});

test("a press without a choice, or off the scale, leaves no row behind", async () => {
  const world = await makeWorld();
  const { token } = await addDoor(world);
  for (const form of [{}, { score: "6" }, { score: "" }]) {
    const pressed = await answer(post(form as Record<string, string>), at(token));
    expect(pressed.headers.get("location")).toBe(`/s/door/${token}/da?choose=1`);
  }
  expect(await rowsOf(world)).toEqual({ invitations: [], answers: [], visits: 0 });
});

test("a closed door, a survey's link and an altered one meet the same page and write nothing", async () => {
  const world = await makeWorld();
  const { token, doorId } = await addDoor(world);
  await closeDoor({ ctx: world.ctx(), input: { doorId } });
  await closeDoor({ ctx: world.ctx(), input: { doorId } });
  const other = await addDoor(world, {}, { ...VISIT, name: "Other" });
  for (const dead of [token, `${other.token.slice(0, -2)}AA`, "x"]) {
    expect((await page(get(), at(dead))).status).toBe(410);
    const pressed = await answer(post({ score: "5" }), at(dead));
    expect(pressed.headers.get("location")).toBe(`/s/door/${dead}/da`);
  }
  expect((await rowsOf(world)).invitations).toEqual([]);
  expect(await auditVerbs(world)).toEqual([
    "createSurvey",
    "createDoor",
    "closeDoor",
    "createSurvey",
    "createDoor",
  ]);
});

test("a door follows its survey to the new version", async () => {
  const world = await makeWorld();
  const { surveyId, doorId, token } = await addDoor(world);
  await answer(post({ score: "5" }), at(token));
  const input = { ...VISIT, name: "Visits, new", surveyId };
  const next = await changeSurvey({ ctx: world.ctx(), input });
  expect(next.surveyId).not.toBe(surveyId);
  const door = await getDoor({ ctx: world.ctx(), input: { doorId } });
  expect(door).toMatchObject({ survey: { id: next.surveyId }, came: 1 });
});

test("a signature names the colleague and brings the question with every answer as a link", async () => {
  const world = await makeWorld();
  const employeeId = await addEmployee(world);
  const relationship = { name: "Signature", question: "nps", scope: "relationship" };
  const fields = { kind: "signature", employeeId };
  const { doorId, token } = await addDoor(world, fields, relationship);
  const input = { doorId, language: "fi" };
  const { snippet, employee, qr, link } = await getDoor({ ctx: world.ctx(), input });
  expect(employee).toEqual({ id: employeeId, name: "Karin Lehto" });
  for (let n = 0; n <= 10; n += 1) {
    expect(snippet.html).toContain(`${link}?c=${n}&amp;l=fi"`);
    expect(snippet.text).toContain(`${n} asteikolla 0–10: ${link}?c=${n}&l=fi`);
  }
  expect(snippet.html).not.toMatch(/<(img|svg|style|script|link)\b/);
  expect(qr.size).toBeGreaterThan(40);
  expect(await (await page(get("?c=9&l=fi"), at(token))).text()).toMatch(/value="9"[^>]* checked/);
});

test("a door's form names each wrong field, and everything it names must be of this workspace", async () => {
  const [world, theirs] = [await makeWorld(), await makeWorld()];
  const surveyId = await addSurvey(world, VISIT);
  const create = (input: object) =>
    createDoor({ ctx: world.ctx(), input: { surveyId, kind: "link", name: "Counter", ...input } });
  const fields = async (input: object) => {
    const error = await create(input).catch((thrown: unknown) => thrown);
    return error instanceof ZodError ? error.issues.map((issue) => issue.path.join(".")) : [];
  };
  expect(await fields({ name: " " })).toEqual(["name"]);
  expect(await fields({ kind: "window" })).toEqual(["kind"]);
  expect(await fields({ kind: "signature" })).toEqual(["employeeId"]);
  const notFound = { code: "NOT_FOUND" };
  const { accountId } = await addAccount(theirs, "Foreign", []);
  await expect(create({ accountId })).rejects.toMatchObject(notFound);
  await expect(create({ surveyId: await addSurvey(theirs) })).rejects.toMatchObject(notFound);
  const employeeId = await addEmployee(theirs);
  const signature = { kind: "signature", employeeId };
  await expect(create(signature)).rejects.toMatchObject(notFound);
  const gone = await addEmployee(world, new Date("2026-01-01"));
  const left = { kind: "signature", employeeId: gone };
  await expect(create(left)).rejects.toMatchObject(notFound);
});

test("only an admin makes and closes doors, and another workspace's door does not exist", async () => {
  const world = await makeWorld();
  const { surveyId, doorId } = await addDoor(world);
  const viewer = world.ctx("viewer");
  const forbidden = { code: "FORBIDDEN" };
  const input = { surveyId, kind: "link", name: "Mine" };
  await expect(createDoor({ ctx: viewer, input })).rejects.toMatchObject(forbidden);
  await expect(closeDoor({ ctx: viewer, input: { doorId } })).rejects.toMatchObject(forbidden);
  await expect(getDoorEditor({ ctx: viewer, input: { surveyId } })).rejects.toMatchObject(
    forbidden,
  );
  const editor = await getDoorEditor({ ctx: world.ctx(), input: { surveyId } });
  expect(editor.survey.name).toBe("Visits");
  const stranger = (await makeWorld()).ctx();
  const notFound = { code: "NOT_FOUND" };
  await expect(getDoor({ ctx: stranger, input: { doorId } })).rejects.toMatchObject(notFound);
  await expect(closeDoor({ ctx: stranger, input: { doorId } })).rejects.toMatchObject(notFound);
  const foreign = getDoorEditor({ ctx: stranger, input: { surveyId } });
  await expect(foreign).rejects.toMatchObject(notFound);
});
