import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { newId } from "@/lib/db/new-id";
import { visitSurvey } from "@/lib/surveys/answers/visit-survey";
import { createInvitations } from "@/lib/surveys/invitations/create-invitations";
import type { InvitationResult, InvitationsDto } from "@/lib/surveys/invitations/invitations.types";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { revokeApiKey } from "@/lib/workspaces/revoke-api-key";
import { callApi } from "../../support/api";
import { useTestDatabase } from "../../support/database";
import { createContact } from "../../support/factories/accounts";
import { createSurvey } from "../../support/factories/answers";
import { auditOf } from "../../support/factories/people";
import { createInboxWorld, type InboxWorld } from "./inbox-world";

useTestDatabase();
let inbox: InboxWorld;
let key: string;
beforeEach(async () => {
  inbox = await createInboxWorld();
  const input = { name: "CRM", scopes: ["wave:send"] };
  key = (await createApiKey({ ctx: inbox.admin.ctx, input })).key;
  await inbox.world.in((tx) =>
    tx.account.updateMany({
      where: { workspaceId: inbox.world.workspace.id, id: inbox.account.id },
      data: { externalId: "K-1001", source: "crm" },
    }),
  );
});

function post(body: unknown, authorization: string | null = `Bearer ${key}`): Promise<Response> {
  return callApi("POST", "invitations", {
    body,
    ...(authorization ? { headers: { authorization } } : {}),
  });
}

async function ask(people: Record<string, unknown>[], surveyId = inbox.survey.id) {
  const response = await post({ surveyId, people });
  expect(response.status).toBe(200);
  return (await response.json()) as InvitationsDto;
}

const lone = { email: "lone@grenaa.example", firstName: "Lone" };
const byAddress = (askKey: string, contact: Record<string, string> = lone) => ({
  askKey,
  accountExternalId: "K-1001",
  contact,
});
const states = ({ people }: InvitationsDto) =>
  people.map((person) => (person.state === "refused" ? person.reason : person.state));

function made(result: InvitationResult | undefined) {
  if (!result || result.state === "refused") throw new Error("was refused");
  return result;
}

describe("asking by API", () => {
  test("enters whom nobody knows yet, sends no mail, and its links open the survey", async () => {
    const answer = await ask([{ ...byAddress("case-1"), language: "da" }]);
    const { links, language } = made(answer.people[0]);
    expect(answer).toMatchObject({ created: 1, existing: 0, refused: 0 });
    expect(language).toBe("da");
    expect(links.choices).toHaveLength(11);
    expect(links.choices[9]).toEqual({ value: "9", label: "9 af 10", url: `${links.answer}?c=9` });
    const token = new URL(links.answer).pathname.split("/")[2] ?? "";
    const visit = { method: "GET", choice: "9", isPrefetch: false, agent: null };
    const call = { token, now: new Date(), viewerId: null };
    await expect(visitSurvey({ ...call, input: visit })).resolves.not.toBeNull();
    const { world } = inbox;
    const where = { workspaceId: world.workspace.id };
    expect(await world.in((tx) => tx.mailOutbox.count({ where }))).toBe(0);
    const [contact] = await world.in((tx) => tx.contact.findMany({ where }));
    expect(contact).toMatchObject({
      email: lone.email,
      source: "api",
      accountId: inbox.account.id,
    });
    const [invitation] = await world.in((tx) => tx.invitation.findMany({ where }));
    expect(invitation).toMatchObject({ channel: "api", askKey: "case-1", handedAt: null });
    const entry = (await auditOf(world)).find(({ verb }) => verb === "createInvitations");
    expect(entry).toMatchObject({ actorType: "apiKey", subjectId: inbox.survey.id });
  });

  test("the same call again makes nothing new and gives the same links", async () => {
    const first = await ask([byAddress("case-1")]);
    const again = await ask([byAddress("case-1")]);
    expect(states(again)).toEqual(["existing"]);
    expect(made(again.people[0]).links).toEqual(made(first.people[0]).links);
    const other = await ask([byAddress("case-1", { email: "jens@grenaa.example" })]);
    expect(states(other)).toEqual(["ask_key_taken"]);
  });

  test("calls at the same time ask one person once", async () => {
    const calls = ["a", "b", "c"].map((askKey) => ask([byAddress(askKey)]));
    const all = (await Promise.all(calls)).flatMap(states).sort();
    expect(all).toEqual(["asked_recently", "asked_recently", "created"]);
  });

  test("asks nobody whom a wave would not ask, and says why", async () => {
    const { world, account, survey } = inbox;
    const left = await createContact(world, account.id, { leftOn: "2025-01-01" });
    const no = await createContact(world, account.id);
    const known = await createContact(world, account.id);
    await world.in((tx) =>
      tx.consent.create({
        data: {
          workspaceId: world.workspace.id,
          id: newId(),
          contactId: no.id,
          purpose: "survey",
          state: "withdrawn",
          source: "test",
          at: new Date(),
        },
      }),
    );
    const answer = await ask([
      { askKey: "1", contactId: left.id },
      { askKey: "2", contactId: no.id },
      { askKey: "3", contactId: known.id },
      { askKey: "4", contactId: known.id },
      { askKey: "5", contactId: newId() },
      { ...byAddress("6"), accountExternalId: "none" },
    ]);
    expect(states(answer)).toEqual([
      "left",
      "opted_out",
      "created",
      "named_twice",
      "no_person",
      "no_account",
    ]);
    expect(states(await ask([{ askKey: "7", contactId: known.id }]))).toEqual(["asked_recently"]);
    const four = ["a", "b", "c", "d"].map((name) =>
      byAddress(name, { email: `${name}@x.example` }),
    );
    expect(states(await ask(four)).filter((state) => state === "account_asked_enough")).toEqual([
      "account_asked_enough",
    ]);
    expect(survey.id).toBe(answer.surveyId);
  });

  test("a thousand people are one call", async () => {
    const people = Array.from({ length: 1_001 }, (_, i) => byAddress(`k${i}`));
    const response = await post({ surveyId: inbox.survey.id, people });
    expect(response.status).toBe(422);
    const { people: results } = await ask(people.slice(0, 1_000));
    expect(results).toHaveLength(1_000);
  });
});

describe("what is wrong", () => {
  test("is named by its field, and nothing is stored", async () => {
    const { id: surveyId } = inbox.survey;
    const people = [byAddress("a"), { askKey: "b" }, byAddress("a", { email: "nonsense" })];
    const response = await post({ surveyId, people, mail: true });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as { code: string; errors: { field: string }[] };
    expect(problem.code).toBe("INVALID_INPUT");
    const fields = problem.errors.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(["people.1.contactId", "people.2.contact.email", "mail"]),
    );
    expect((await post("{")).status).toBe(422);
    expect((await post({ surveyId: newId(), people: [byAddress("a")] })).status).toBe(404);
  });

  test("another workspace's survey and account are not there", async () => {
    const other = await createInboxWorld();
    const body = { surveyId: other.survey.id, people: [byAddress("a")] };
    expect((await post(body)).status).toBe(404);
    const contact = await createContact(other.world, other.account.id);
    const answer = await ask([{ askKey: "a", contactId: contact.id }]);
    expect(states(answer)).toEqual(["no_person"]);
  });

  test("a person's role without the right asks nobody", async () => {
    const input = { surveyId: inbox.survey.id, people: [byAddress("a")] };
    for (const { ctx } of [inbox.viewer, inbox.manager]) {
      await expect(createInvitations({ ctx, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("a key", () => {
  const body = () => ({ surveyId: inbox.survey.id, people: [byAddress("a")] });

  test("that is missing, altered or revoked opens nothing", async () => {
    const altered = `${key.slice(0, -2)}${key.endsWith("A") ? "BB" : "AA"}`;
    for (const authorization of [null, "Bearer hfk_x", `Bearer ${altered}`, key]) {
      const response = await post(body(), authorization);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
    const { world, admin } = inbox;
    const [row] = await world.in((tx) =>
      tx.apiKey.findMany({ where: { workspaceId: world.workspace.id } }),
    );
    await revokeApiKey({ ctx: admin.ctx, input: { apiKeyId: row?.id } });
    expect((await post(body())).status).toBe(401);
  });

  test("says how many calls are left, and when it was used last", async () => {
    const first = await post(body());
    const second = await post(body());
    const left = [first, second].map((r) => Number(r.headers.get("ratelimit-remaining")));
    expect(left).toEqual([299, 298]);
    expect(Number(second.headers.get("ratelimit-reset"))).toBeGreaterThan(0);
    const { world } = inbox;
    const where = { workspaceId: world.workspace.id };
    const [row] = await world.in((tx) => tx.apiKey.findMany({ where }));
    expect(row?.lastUsedAt).not.toBeNull();
    expect(row?.secretHash).not.toContain(key.slice(4));
  });
});

async function serve(): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece as Uint8Array);
    const answer = await callApi("POST", (request.url ?? "").replace("/api/v1/", ""), {
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(pieces).toString(),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("the example of docs/api.md works as it stands there", async () => {
  const text = readFileSync(path.join(PROJECT_ROOT, "docs/api.md"), "utf8");
  const [, script = ""] = /```bash\n([\s\S]*?)```/.exec(text) ?? [];
  const survey = await createSurvey(inbox.world);
  const { server, url } = await serve();
  try {
    const env = { ...process.env, HOLDFAST_KEY: key, HOLDFAST_URL: url, SURVEY_ID: survey.id };
    const { stdout } = await promisify(execFile)("bash", ["-c", script], { env });
    const answer = JSON.parse(stdout) as InvitationsDto;
    expect(answer).toMatchObject({ created: 1, refused: 0, surveyId: survey.id });
    expect(made(answer.people[0])).toMatchObject({ askKey: "case-4711", language: "da" });
  } finally {
    server.close();
  }
});
