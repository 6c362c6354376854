import { expect, test } from "vitest";
import * as choose from "@/app/p/[token]/choose/route";
import * as oneClick from "@/app/p/[token]/one-click/route";
import * as page from "@/app/p/[token]/route";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { getPreferences } from "@/lib/surveys/answers/get-preferences";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { useTestDatabase } from "../../support/database";
import {
  addAccount,
  addSurvey,
  addWave,
  auditVerbs,
  makeWorld,
  preferencesToken,
  surveyToken,
  type World,
} from "./survey-world";

useTestDatabase();

type Handler = (request: Request, context: { params: Promise<{ token: string }> }) => unknown;
type Asked = { world: World; contactId: string; invitationId: string; token: string };

async function call(handler: Handler, token: string, init: RequestInit = {}): Promise<Response> {
  const context = { params: Promise.resolve({ token }) };
  return (await handler(new Request("http://localhost:3000/p/x", init), context)) as Response;
}

function press(asked: Asked, preference: string, undo = "") {
  const body = new URLSearchParams({ preference, undo });
  return call(choose.POST, asked.token, { method: "POST", body });
}

async function ask(): Promise<Asked> {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const contactId = contactIds[0] ?? "";
  const { invitations } = await addWave(world, await addSurvey(world), contactIds);
  const invitationId = invitations.get(contactId) ?? "";
  return { world, contactId, invitationId, token: preferencesToken(world, invitationId) };
}

async function rowsOf({ world, contactId }: Asked) {
  const where = { workspaceId: world.workspaceId, contactId };
  return withWorkspace(world.system(), async (tx) => ({
    consents: await tx.consent.findMany({
      where,
      orderBy: { id: "asc" },
      select: { purpose: true, state: true, source: true },
    }),
    open: await tx.suppression.findMany({
      where: { ...where, liftedAt: null },
      orderBy: { id: "asc" },
      select: { reason: true, purpose: true, addressHash: true },
    }),
    erasures: await tx.erasureRequest.findMany({
      where,
      select: { requestedAt: true, dueAt: true, undoneAt: true },
    }),
  }));
}

async function skipReasonOf({ world }: Asked): Promise<string | null | undefined> {
  const input = { isChosen: true, asksDespiteInterval: true };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  return selection?.people[0]?.skip;
}

test("opening the page, or the one-click address, changes nothing", async () => {
  const asked = await ask();
  const shown = await call(page.GET, asked.token);
  expect(await shown.text()).toContain("Hvad må Nordlys Pumper sende dig?");
  expect((await call(oneClick.GET, asked.token)).status).toBe(303);
  expect(await rowsOf(asked)).toEqual({ consents: [], open: [], erasures: [] });
});

test("one-click needs no cookie, answers 200, and twice is once", async () => {
  const asked = await ask();
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  for (let i = 0; i < 3; i += 1) {
    const done = await call(oneClick.POST, asked.token, { method: "POST", body });
    expect(done.status).toBe(200);
    expect(done.headers.get("location")).toBeNull();
  }
  const { consents, open } = await rowsOf(asked);
  expect(consents).toEqual([{ purpose: "survey", state: "withdrawn", source: "one-click" }]);
  expect(open).toHaveLength(1);
  expect(await skipReasonOf(asked)).toBe("opted_out");
});

test("a dead link answers one-click the same and does nothing", async () => {
  const asked = await ask();
  for (const token of ["nothing", surveyToken(asked.world, asked.invitationId)]) {
    expect((await call(oneClick.POST, token, { method: "POST" })).status).toBe(200);
    const dead = await call(page.GET, token);
    expect(dead.status).toBe(410);
    expect(await dead.text()).not.toContain("/p/");
    const body = new URLSearchParams({ preference: "erase" });
    await call(choose.POST, token, { method: "POST", body });
  }
  expect(await rowsOf(asked)).toEqual({ consents: [], open: [], erasures: [] });
});

test("no surveys is one press, and undone in one", async () => {
  const asked = await ask();
  const done = await press(asked, "no_surveys");
  expect(done.headers.get("location")).toBe(`/p/${asked.token}?choice=no_surveys`);
  const shown = await (await call(page.GET, asked.token)).text();
  expect(shown).toContain("Det er noteret. Ingen flere undersøgelser");
  expect(shown).toContain("Fortryd");
  await press(asked, "no_surveys", "1");
  const { consents, open } = await rowsOf(asked);
  expect(consents.map((row) => row.state)).toEqual(["withdrawn", "unset"]);
  expect(open).toEqual([]);
  expect(await skipReasonOf(asked)).toBeNull();
});

test("no marketing leaves surveys alone: every purpose has its own rows", async () => {
  const asked = await ask();
  await press(asked, "no_marketing");
  const { consents, open } = await rowsOf(asked);
  expect(consents).toEqual([
    { purpose: "marketing", state: "withdrawn", source: "preferences page" },
  ]);
  expect(open.map((row) => row.purpose)).toEqual(["marketing"]);
  expect(await skipReasonOf(asked)).toBeNull();
});

test("less often means half a year between surveys", async () => {
  const asked = await ask();
  await press(asked, "less_often");
  const [contact] = await withWorkspace(asked.world.system(), (tx) =>
    tx.contact.findMany({ where: { id: asked.contactId }, select: { surveyIntervalDays: true } }),
  );
  expect(contact?.surveyIntervalDays).toBe(183);
  await press(asked, "less_often", "1");
  const view = await getPreferences({ ctx: asked.world.respondent(asked.invitationId) });
  expect(view.chosen.less_often).toBe(false);
});

test("erase stops all mail at once, waits seven days and can be undone", async () => {
  const asked = await ask();
  await press(asked, "erase");
  const { open, erasures } = await rowsOf(asked);
  expect(open).toMatchObject([{ reason: "erasure", purpose: "all" }]);
  expect(open[0]?.addressHash).not.toContain("@");
  const [request] = erasures;
  const days =
    ((request?.dueAt.getTime() ?? 0) - (request?.requestedAt.getTime() ?? 0)) / 86_400_000;
  expect(days).toBe(7);
  expect(await skipReasonOf(asked)).toBe("suppressed");
  await press(asked, "erase", "1");
  expect((await rowsOf(asked)).open).toEqual([]);
  expect(await skipReasonOf(asked)).toBeNull();
});

test("undoing one choice does not undo another", async () => {
  const asked = await ask();
  await press(asked, "no_surveys");
  await press(asked, "erase");
  await press(asked, "erase", "1");
  expect(await skipReasonOf(asked)).toBe("opted_out");
});

test("parallel presses leave one row, and each change one audit entry", async () => {
  const asked = await ask();
  await Promise.all(Array.from({ length: 6 }, () => press(asked, "no_surveys")));
  expect((await rowsOf(asked)).consents).toHaveLength(1);
  const verbs = await auditVerbs(asked.world);
  expect(verbs.filter((verb) => verb === "setPreference")).toHaveLength(1);
});

test("an unknown choice changes nothing; staff and strangers cannot choose for a person", async () => {
  const asked = await ask();
  expect((await press(asked, "everything")).status).toBe(303);
  const input = { preference: "erase", isUndo: false, source: "one-click" };
  await expect(setPreference({ ctx: asked.world.ctx(), input })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const other = await makeWorld();
  const stranger = other.respondent(asked.invitationId);
  await expect(setPreference({ ctx: stranger, input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(getPreferences({ ctx: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await rowsOf(asked)).toEqual({ consents: [], open: [], erasures: [] });
});
