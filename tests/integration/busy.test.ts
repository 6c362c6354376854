import { expect, test } from "vitest";
import * as choose from "@/app/p/[token]/choose/route";
import * as oneClick from "@/app/p/[token]/one-click/route";
import * as answer from "@/app/s/[token]/answer/route";
import * as survey from "@/app/s/[token]/route";
import { readerLanguage } from "@/lib/auth/reader-language";
import { ctxForUser, userOfSession } from "@/lib/auth/session";
import { rememberSession } from "@/lib/auth/session-cookie";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { readEnv } from "@/lib/env";
import { BUSY } from "@/lib/errors";
import { isSetUp } from "@/lib/workspaces/create-first-admin";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { useTestDatabase } from "../support/database";
import { ask, call, post } from "./surveys/respondent-world";
import { answersOf, makeWorld, preferencesToken } from "./surveys/survey-world";

const { query } = useTestDatabase();

const SLEEP = { name: "sleep", text: "SELECT pg_sleep(2)" };

test("what takes longer than it may is unavailable, not a fault of ours, and the error page is told", async () => {
  const world = await makeWorld();
  const busy = { code: "UNAVAILABLE", digest: BUSY };
  const short = { timeoutMs: 100 };
  await expect(
    withWorkspaceSql(world.system(), (run) => run(SLEEP, []), short),
  ).rejects.toMatchObject(busy);
  await expect(
    withWorkspace(
      world.system(),
      async (tx) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return tx.account.count({ where: { workspaceId: world.workspaceId } });
      },
      short,
    ),
  ).rejects.toMatchObject(busy);
});

test("what nobody waits for any more the database does not work on either", async () => {
  const world = await makeWorld();
  const slow = withWorkspace(world.system(), (tx) => tx.$executeRaw`SELECT pg_sleep(60)`, {
    timeoutMs: 150,
  });
  await expect(slow).rejects.toMatchObject({ code: "UNAVAILABLE", digest: BUSY });
  const left = await query(
    "SELECT query FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()",
  );
  expect(left).toEqual([]);
});

test("while the database is away whoever is signed in is told so, in the browser's language", async () => {
  const { DATABASE_URL } = readEnv();
  readEnv().DATABASE_URL = "postgresql://holdfast:x@127.0.0.1:9/holdfast";
  const busy = { code: "UNAVAILABLE", digest: BUSY };
  const now = new Date();
  const user = { sessionId: newId(), userId: newId(), name: "", email: "", locale: "en" };
  await expect(userOfSession(user.sessionId, now)).rejects.toMatchObject(busy);
  await expect(ctxForUser(user, "nordlys", now)).rejects.toMatchObject(busy);
  await expect(listMyWorkspaces({ userId: user.userId })).rejects.toMatchObject(busy);
  await expect(isSetUp()).rejects.toMatchObject(busy);
  await rememberSession({ sessionId: user.sessionId, userId: user.userId });
  expect(await readerLanguage()).toBe("en");
  readEnv().DATABASE_URL = DATABASE_URL;
});

test("a press while the database is away loses nothing: the page sends the same once more", async () => {
  const { world, invitationId, token } = await ask();
  const { DATABASE_URL } = readEnv();
  readEnv().DATABASE_URL = "postgresql://holdfast:x@127.0.0.1:9/holdfast";
  const pressed = await post(answer.POST, token, { score: "9", comment: `a "word" <b>` });
  const opened = await call(survey.GET, token, { query: "?c=9" });
  readEnv().DATABASE_URL = DATABASE_URL;
  expect([pressed.status, opened.status]).toEqual([503, 503]);
  const page = await pressed.text();
  expect(page).toContain('<input type="hidden" name="score" value="9">');
  expect(page).toContain("a &quot;word&quot; &lt;b&gt;");
  expect(page).toContain("could not be saved");
  expect(await opened.text()).toContain('<a href="/x?c=9">');
  expect(await answersOf(world, invitationId)).toEqual([]);
  expect((await post(answer.POST, token, { score: "9" })).status).toBe(303);
  expect(await answersOf(world, invitationId)).toMatchObject([{ valueNumber: 9 }]);
});

test("whoever says no while the database is away says it once more, and is not asked again", async () => {
  const { world, invitationId } = await ask();
  const token = preferencesToken(world, invitationId);
  const { DATABASE_URL } = readEnv();
  readEnv().DATABASE_URL = "postgresql://holdfast:x@127.0.0.1:9/holdfast";
  const chosen = await post(choose.POST, token, { preference: "no_surveys" });
  const byMailProgram = await post(oneClick.POST, token, { "List-Unsubscribe": "One-Click" });
  readEnv().DATABASE_URL = DATABASE_URL;
  expect([chosen.status, byMailProgram.status]).toEqual([503, 503]);
  expect(await chosen.text()).toContain('name="preference" value="no_surveys"');
  expect((await post(choose.POST, token, { preference: "no_surveys" })).status).toBe(303);
});
