import { afterEach, expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { startWorker, type Worker } from "@/lib/jobs/start-worker";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

useTestDatabase();
const MANY = 10_000;
const FEW = 10;
/** A worker takes so many mails of one workspace before it looks at the next. */
const PART = 25;

let worker: Worker | null = null;
let trap: Trap | null = null;
afterEach(async () => {
  await worker?.stop();
  await trap?.close();
});

/** So many people, by one statement. */
async function addPeople(world: World, count: number, domain: string): Promise<string[]> {
  const { workspaceId } = world;
  const { accountId } = await addAccount(world, "Grenaa Havn", []);
  const ids = Array.from({ length: count }, () => newId());
  await withWorkspace(
    world.system(),
    (tx) => tx.$executeRaw`
      INSERT INTO contact (workspace_id, id, account_id, first_name, email, created_at, updated_at)
      SELECT ${workspaceId}::uuid, t.id, ${accountId}::uuid, 'Lone', t.id || ${domain}, now(), now()
      FROM unnest(${ids}::uuid[]) AS t(id) ON CONFLICT DO NOTHING RETURNING id`,
    { timeoutMs: 30_000 },
  );
  return ids;
}

async function plan(count: number, domain: string): Promise<World> {
  const world = await makeWorld({ isDemo: true });
  const contactIds = await addPeople(world, count, domain);
  const everybody = count > FEW ? [] : contactIds;
  await addWave(world, await addSurvey(world), everybody, { asksDespiteInterval: "on" });
  return world;
}

test("ten thousand mails of one workspace do not delay another's ten", async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
  const { accepted } = trap;
  const from = (domain: string) => accepted.filter(({ to }) => to.endsWith(domain)).length;
  const waitUntil = async (isTrue: () => boolean) => {
    const end = Date.now() + 120_000;
    while (!isTrue()) {
      if (Date.now() > end) throw new Error("waited for two minutes");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const big = await plan(MANY, "@big.example");
  worker = startWorker([mailWork()], 100);
  await waitUntil(() => from("@big.example") >= PART);

  await plan(FEW, "@small.example");
  const before = from("@big.example");
  await waitUntil(() => from("@small.example") === FEW);
  const between = from("@big.example") - before;
  expect(between).toBeLessThanOrEqual(3 * PART);

  const waiting = await withWorkspace(big.system(), (tx) =>
    tx.mailOutbox.count({ where: { workspaceId: big.workspaceId, state: "pending" } }),
  );
  expect(waiting).toBeGreaterThan(MANY - 20 * PART);
}, 240_000);
