import { expect, test } from "vitest";
import { ZodError } from "zod";
import { POST as answer } from "@/app/s/preview/[token]/[language]/answer/route";
import { POST as details } from "@/app/s/preview/[token]/[language]/details/route";
import { GET as page } from "@/app/s/preview/[token]/[language]/route";
import { GET as thanks } from "@/app/s/preview/[token]/[language]/thanks/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { makeLinkToken } from "@/lib/mail/link-token";
import type { ClaimedMail } from "@/lib/mail/outbox";
import { archiveSurvey } from "@/lib/surveys/design/archive-survey";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { prepareSurveyTest } from "@/lib/surveys/preview/prepare-survey-test";
import { previewSurvey } from "@/lib/surveys/preview/preview-survey";
import { sendSurveyTest } from "@/lib/surveys/preview/send-survey-test";
import { useTestDatabase } from "../../support/database";
import { addSurvey, auditVerbs, makeWorld, type World } from "./survey-world";

useTestDatabase();

const NPS = { name: "Yearly", question: "nps", scope: "relationship" };

async function rowsOf(world: World) {
  const where = { workspaceId: world.workspaceId };
  return withWorkspace(world.system(), async (tx) => ({
    invitations: await tx.invitation.count({ where }),
    answers: await tx.responseEvent.count({ where }),
    visits: await tx.invitationVisit.count({ where }),
    surveys: await tx.survey.count({ where }),
    mails: await tx.mailOutbox.findMany({
      where,
      select: { id: true, kind: true, toAddress: true, payload: true },
    }),
  }));
}

const NOTHING = { invitations: 0, answers: 0, visits: 0 };

/** Sends a test and writes its mail as the worker would. */
async function testMail(world: World, surveyId: string, language = "da") {
  await sendSurveyTest({ ctx: world.ctx(), input: { surveyId, language } });
  const { mails } = await rowsOf(world);
  const mail = mails.at(-1);
  const claimed = {
    id: mail?.id,
    kind: mail?.kind,
    to: mail?.toAddress,
    payload: mail?.payload,
    invitationId: null,
  } as unknown as ClaimedMail;
  const prepared = await withWorkspace(world.system(), (tx) =>
    prepareSurveyTest(tx, world.system(), claimed),
  );
  if (!("to" in prepared)) throw new Error("the test was not written");
  return prepared;
}

function tokenIn(text: string): string {
  return /\/s\/preview\/([\w-]+)\/\w\w\?c=/.exec(text)?.[1] ?? "";
}

function call(path: string, form?: Record<string, string>): Request {
  const url = `http://localhost/${path}`;
  return form
    ? new Request(url, { method: "POST", body: new URLSearchParams(form) })
    : new Request(url);
}

function params(token: string, language = "da") {
  return { params: Promise.resolve({ token, language }) };
}

test("a draft is shown in every language as mail, page and thank-you, and nothing is stored", async () => {
  const world = await makeWorld();
  const draft = {
    question: "csat",
    scope: "relationship",
    scale: "1-4",
    followUps: ["drivers"],
    options: { texts: { da: { subject: "Hvordan går det, {company}?", thanks: "Mange tak." } } },
  };
  const show = (language: string) =>
    previewSurvey({ ctx: world.ctx(), input: { language, draft } });
  const danish = await show("da");
  expect(danish.mail.subject).toBe("Hvordan går det, Nordlys Pumper?");
  expect(danish.standard.subject).toBe("Ét spørgsmål om samarbejdet med Nordlys Pumper");
  expect(danish.mail.html).toContain('<html lang="da">');
  expect(danish.question.question.choices).toHaveLength(4);
  expect(danish.thanks).toMatchObject({ thanks: "Mange tak.", answer: { label: "Tilfreds" } });
  const finnish = await show("fi");
  expect(finnish.mail.subject).toBe("Yksi kysymys yhteistyöstä: Nordlys Pumper");
  expect(finnish.thanks.thanks).toBeNull();
  expect(await rowsOf(world)).toMatchObject({ ...NOTHING, surveys: 0, mails: [] });
});

test("a draft that is not finished is shown as far as it goes", async () => {
  const world = await makeWorld();
  const show = (draft: object) =>
    previewSurvey({ ctx: world.ctx(), input: { language: "en", draft } });
  const visit = await show({ question: "csat", scale: "0-10", scope: "touchpoint" });
  expect(visit.question.question.text).toContain("…");
  expect(visit.question.question.choices).toHaveLength(5);
  const own = await show({ question: "custom", scope: "relationship" });
  expect(own.question.question.choices.map((choice) => choice.label)).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
  ]);
  await expect(show({ question: "stars" })).rejects.toBeInstanceOf(ZodError);
});

test("a test goes to oneself, speaks the chosen language, and leads only to test pages", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const { to, content } = await testMail(world, surveyId, "sv");
  expect(to).toMatch(/@staff\.example$/);
  expect(content.subject).toBe("[Test] En fråga om samarbetet med Nordlys Pumper");
  expect(content.unsubscribeUrl).toBeUndefined();
  const links = [...content.html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(11);
  expect(links.every((link) => link.includes("/s/preview/"))).toBe(true);
  expect(await auditVerbs(world)).toEqual(["createSurvey", "sendSurveyTest"]);
});

test("whatever is pressed on a test page, nothing is stored", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world, { followUps: ["switching"] });
  const token = tokenIn((await testMail(world, surveyId)).content.text);
  const opened = await page(call("?c=9"), params(token));
  const first = await opened.text();
  expect(first).toContain("Dette er en test.");
  expect(first).toContain(`action="/s/preview/${token}/da/answer"`);
  expect(first).toMatch(/value="9"[^>]* checked/);
  const pressed = await answer(call("", { score: "9" }), params(token));
  expect(pressed.headers.get("location")).toBe(`/s/preview/${token}/da/thanks?c=9`);
  const after = await (await thanks(call("?c=9"), params(token))).text();
  expect(after).toContain("Tak. Dit svar, 9, er gemt.");
  expect(after).toContain("Dette er en test.");
  const rest = await details(call("", { comment: "hello", switching: "yes" }), params(token));
  expect(rest.headers.get("location")).toBe(`/s/preview/${token}/da/thanks?done=1`);
  expect((await thanks(call("?done=1"), params(token))).status).toBe(200);
  expect(await rowsOf(world)).toMatchObject(NOTHING);
});

test("a press without a choice comes back to the question", async () => {
  const world = await makeWorld();
  const token = tokenIn((await testMail(world, await addSurvey(world))).content.text);
  for (const form of [{}, { score: "9 " }, { score: "../.." }]) {
    const pressed = await answer(call("", form as Record<string, string>), params(token));
    expect(pressed.headers.get("location")).toBe(`/s/preview/${token}/da?choose=1`);
  }
  const offScale = await thanks(call("?c=11"), params(token));
  expect(offScale.headers.get("location")).toBe(`/s/preview/${token}/da`);
});

test("a test link opens no survey of anybody, and no other link opens a test", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const subject = { workspaceId: world.workspaceId, invitationId: surveyId };
  const { LINK_KEYS } = readEnv();
  for (const purpose of ["survey", "preferences", "door"] as const) {
    const token = makeLinkToken(LINK_KEYS, purpose, subject, 1);
    expect((await page(call(""), params(token))).status).toBe(410);
  }
  const token = makeLinkToken(LINK_KEYS, "preview", subject, 1);
  expect((await page(call(""), params(token))).status).toBe(200);
  expect((await page(call(""), params(`${token.slice(0, -2)}AA`))).status).toBe(410);
  await archiveSurvey({ ctx: world.ctx(), input: { surveyId } });
  expect((await page(call(""), params(token))).status).toBe(410);
});

test("only an admin sends tests; whoever reads surveys may look at them", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const ctx = world.ctx("viewer");
  const send = sendSurveyTest({ ctx, input: { surveyId, language: "en" } });
  await expect(send).rejects.toMatchObject({ code: "FORBIDDEN" });
  const preview = await previewSurvey({ ctx, input: { surveyId, language: "en" } });
  expect(preview.mail.subject).toBe("One question about working with Nordlys Pumper");
  const noLanguage = sendSurveyTest({ ctx: world.ctx(), input: { surveyId, language: "de" } });
  await expect(noLanguage).rejects.toBeInstanceOf(ZodError);
});

test("another workspace's survey can neither be previewed nor tested", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  const surveyId = await addSurvey(theirs);
  const input = { surveyId, language: "en" };
  const preview = previewSurvey({ ctx: ours.ctx(), input });
  await expect(preview).rejects.toMatchObject({ code: "NOT_FOUND" });
  const send = sendSurveyTest({ ctx: ours.ctx(), input });
  await expect(send).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a test shows what is stored now, also after a change", async () => {
  const world = await makeWorld();
  const surveyId = await addSurvey(world);
  const token = tokenIn((await testMail(world, surveyId)).content.text);
  await changeSurvey({ ctx: world.ctx(), input: { ...NPS, question: "switching", surveyId } });
  expect(await (await page(call(""), params(token))).text()).toContain('value="not_sure"');
});
