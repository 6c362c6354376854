import { beforeAll, describe, expect, it } from "vitest";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { verifyPassword } from "@/lib/auth/password";
import { getOverview } from "@/lib/loyalty/get-overview";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { useTestDatabase } from "../support/database";
import { describeBuying } from "./demo-story/buying";
import { describeLifetime } from "./demo-story/lifetime";
import { describeMeasures } from "./demo-story/measures";
import { describePatterns } from "./demo-story/patterns";
import { describeRetention } from "./demo-story/retention";
import { describeSingleAccounts } from "./demo-story/single-accounts";
import { describeTiles } from "./demo-story/tiles";
import { NOW, type Told, tellDemo } from "./demo-story/told";

const database = useTestDatabase();
const { query, queryIn } = database;

type Count = { slug: string; accounts: number; purchases: number; responses: number };
let told: Told;
let first: Count[];

async function counts(): Promise<Count[]> {
  const rows = await query<{ id: string; slug: string }>(
    "SELECT id, slug FROM workspace ORDER BY slug",
  );
  return Promise.all(
    rows.map(async ({ id, slug }) => {
      const [row] = await queryIn(id)<Omit<Count, "slug">>(
        `SELECT (SELECT count(*)::int FROM account WHERE workspace_id = $1) AS accounts,
          (SELECT count(*)::int FROM purchase WHERE workspace_id = $1) AS purchases,
          (SELECT count(*)::int FROM response_event WHERE workspace_id = $1) AS responses`,
        [id],
      );
      return { slug, accounts: 0, purchases: 0, responses: 0, ...row };
    }),
  );
}

beforeAll(async () => {
  told = await tellDemo(database);
  first = await counts();
}, 180_000);

describeSingleAccounts(() => told);
describePatterns(() => told);
describeRetention(() => told);
describeBuying(() => told);
describeLifetime(() => told, database);
describeMeasures(() => told);
describeTiles(() => told);

describe("the demo", () => {
  it("fills two workspaces, one by telling and one by importing", () => {
    expect(first).toEqual([
      {
        slug: "nordlys",
        accounts: expect.any(Number),
        purchases: expect.any(Number),
        responses: expect.any(Number),
      },
      { slug: "superstore", accounts: 793, purchases: 9_994, responses: 0 },
    ]);
    expect(first[0]?.accounts).toBeGreaterThan(180);
    expect(first[0]?.responses).toBeGreaterThan(3_000);
  });

  it("changes nothing when it is run again, and says so", async () => {
    const lines: string[] = [];
    const again = await seedDemo({ log: (line) => lines.push(line), now: NOW });
    expect(lines).toEqual([
      "Nordlys Pumper: is there already, left as it is",
      "Superstore: is there already, left as it is",
    ]);
    expect(again.logins).toEqual(told.logins);
    expect(await counts()).toEqual(first);
  });

  it("gives every login a password that works and a place in one workspace only", async () => {
    expect(told.logins.map(({ role }) => role)).toEqual([
      "admin",
      "account_manager",
      "account_manager",
      "admin",
    ]);
    const members = await query<{ email: string; hash: string; role: string; workspace: string }>(`
      SELECT u.email, u.password_hash AS hash, m.role, w.name AS workspace
      FROM app_user u JOIN user_workspace m ON m.user_id = u.id JOIN workspace w ON w.id = m.workspace_id`);
    expect(members).toHaveLength(told.logins.length);
    for (const { email, password, role, workspace } of told.logins) {
      const member = members.find((each) => each.email === email);
      expect(member).toMatchObject({ role, workspace });
      expect(await verifyPassword(member?.hash ?? null, password)).toBe(true);
    }
  });

  it("makes the account managers owners of the accounts they had in the story", async () => {
    const owned = await told.query<{ email: string; accounts: number }>(`
      SELECT e.email, count(*)::int AS accounts FROM employee e JOIN account a ON a.owner_id = e.id
      WHERE a.workspace_id = $1 AND e.workspace_id = $1 AND e.user_id IS NOT NULL GROUP BY e.email ORDER BY e.email`);
    expect(owned.map(({ email }) => email)).toEqual([
      "karin.lehto@nordlys.example",
      "mette.holm@nordlys.example",
    ]);
    expect(Math.min(...owned.map(({ accounts }) => accounts))).toBeGreaterThan(15);
  });

  it("shows of the imported workspace only what orders can tell", async () => {
    const ctx = await ctxForSystem("superstore", "test", NOW);
    const overview = await getOverview({ ctx, input: {} });
    expect(overview.headline.kind).toBe("nobodyAsked");
    expect(overview.hidden.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["netPromoterScore", "grossRevenueRetention"]),
    );
    expect(overview.filter.asOf).toBe("2017-12-31");
  });
});
