import { beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { cacheKey, keepFacts, keptFacts } from "@/lib/facts/facts-cache";
import { blocksOf } from "@/lib/facts/per-block";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { warmUpAll } from "@/lib/loyalty/keep-warm";
import { defaultCompare, sceneFor } from "@/lib/loyalty/scene";
import { useTestDatabase } from "../../support/database";
import { createWorld, stamps, type World } from "../../support/factories/world";

const database = useTestDatabase();
const NOW = new Date("2026-10-02T12:00:00Z");
const DAYS = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
/** More than a thousand at a time, so many that they are looked at in turns, and a few. */
const [LARGE, MANY, FEW] = [1_010, 510, 5];
let [large, other, small]: World[] = [];

/** A workspace whose one person was there this many minutes before noon. */
async function worldOf(accounts: number, minutesAgo: number): Promise<World> {
  const world = await createWorld({ asOf: "2026-10-02" });
  const rows = Array.from({ length: accounts }, (_, ordinal) => {
    const stamp = stamps(world);
    const name = `Account ${ordinal}`;
    return { ...stamp, name, ordinal, currency: "DKK", updatedAt: stamp.createdAt };
  });
  await world.in((tx) => tx.account.createMany({ data: rows }));
  await world.changed(...rows.map(({ id }) => id));
  const userId = newId();
  await database.query(
    "INSERT INTO app_user (id, email, name, created_at) VALUES ($1, $1::uuid::text, '', now())",
    [userId],
  );
  await database.query("INSERT INTO user_workspace VALUES ($1, $2, 'admin', now())", [
    userId,
    world.workspace.id,
  ]);
  await database.query(
    `INSERT INTO user_session (id, user_id, created_at, expires_at, last_seen_at)
     VALUES ($1, $2, $3, $3, $3)`,
    [newId(), userId, new Date(NOW.getTime() - minutesAgo * 60_000)],
  );
  return world;
}

beforeAll(async () => {
  large = await worldOf(LARGE, 30);
  other = await worldOf(MANY, 20);
  small = await worldOf(FEW, 10);
});

beforeEach(() => {
  for (const world of [large, other, small]) known(world)?.assessed.clear();
});

function known(world: World | undefined): WorkspaceFacts | undefined {
  return world && keptFacts(cacheKey(world.ctx()));
}

function isReady(world: World | undefined, on = "2026-10-02"): boolean {
  const facts = known(world);
  return facts !== undefined && facts.assessed.get(dayNumber(on))?.size === facts.units.length;
}

test("nothing is made ready where nobody was for days, who signed out, or whose workspace is archived", async () => {
  await warmUpAll(DAYS(5));
  await database.query("UPDATE user_session SET revoked_at = now()");
  await warmUpAll(NOW);
  await database.query("UPDATE user_session SET revoked_at = NULL");
  await database.query("UPDATE workspace SET archived_at = now()");
  await warmUpAll(NOW);
  await database.query("UPDATE workspace SET archived_at = NULL");
  for (const world of [large, other, small]) expect(known(world)).toBeUndefined();
});

test("every one of many accounts is assessed before a reader comes; of few nothing is computed ahead", async () => {
  await warmUpAll(NOW);
  expect([isReady(large), isReady(other)]).toEqual([true, true]);
  expect(known(small)?.assessed.size).toBe(0);
});

test("a new day is ready too", async () => {
  await warmUpAll(DAYS(1));
  expect(isReady(large, "2026-10-03")).toBe(true);
});

test("a workspace that fails does not keep the others cold", async () => {
  const { id } = (other as World).workspace;
  await database.query("UPDATE workspace SET time_zone = 'Nowhere' WHERE id = $1", [id]);
  await warmUpAll(NOW);
  await database.query("UPDATE workspace SET time_zone = 'Europe/Copenhagen' WHERE id = $1", [id]);
  expect([isReady(large), isReady(other)]).toEqual([true, false]);
});

test("facts that are over are not held by what was made ready of them", async () => {
  await warmUpAll(NOW);
  const world = large as World;
  const last = known(large)?.units.at(-1)?.id ?? "";
  await world.changed(last);
  await warmUpAll(NOW);
  const facts = known(large) as WorkspaceFacts;
  const [first = []] = blocksOf(facts.units);
  expect(first).toHaveLength(1_000);
  const day = dayNumber("2026-10-02");
  expect(sceneFor(facts, first, day, dayNumber(defaultCompare("2026-10-02"))).facts).toBe(facts);
});

test("no room is taken from what somebody asked for; what is there already is made ready", async () => {
  const facts = known(large) as WorkspaceFacts;
  const cold = await worldOf(MANY, 5);
  const askedFor = { ...facts, workspaceId: newId(), bytes: 600 * 1_048_576 };
  keepFacts("asked for", askedFor);
  await warmUpAll(NOW);
  expect([isReady(large), isReady(cold)]).toEqual([true, false]);
});
