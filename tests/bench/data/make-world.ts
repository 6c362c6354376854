import pg from "pg";
import { isoOfMonth } from "@/lib/format/calendar";
import {
  ACCOUNT_COLUMNS,
  ANSWER_COLUMNS,
  AS_OF,
  accountRows,
  answerRows,
  COMPLAINT_COLUMNS,
  CONTACT_COLUMNS,
  CONTRACT_COLUMNS,
  CONTRACT_TYPES,
  CREATED,
  complaintRows,
  contactRows,
  contractRows,
  EMPLOYEES,
  INDUSTRIES,
  INVITATION_COLUMNS,
  invitationRows,
  KIND,
  PRODUCT_TYPES,
  PURCHASE_COLUMNS,
  purchaseRows,
  REGIONS,
  type Scale,
  SIZES,
  TERM_COLUMNS,
  TOUCH_COLUMNS,
  termRows,
  touchRows,
  WALLET_COLUMNS,
  WAVES,
  walletRows,
  waveDay,
} from "./business";
import { copyIn, type TableRows } from "./copy-in";
import { idOf } from "./random";

/** From here on a table's indexes are made when its rows are in. */
const MANY_ACCOUNTS = 20_000;

export type BenchWorkspace = {
  workspaceId: string;
  slug: string;
  userId: string;
  sessionId: string;
};

/** Twenty overlapping segments by size, region, industry, country and contract. */
export const SEGMENT_RULES: object[] = [
  ...SIZES.map((is) => ({ kind: "text", field: "sizeBand", is: [is] })),
  ...REGIONS.map((is) => ({ kind: "text", field: "region", is: [is] })),
  ...INDUSTRIES.map((is) => ({ kind: "text", field: "industry", is: [is] })),
  ...["DK", "SE", "NO", "DE"].map((is) => ({ kind: "text", field: "country", is: [is] })),
  { kind: "hasContract" },
  { kind: "not", rule: { kind: "hasContract" } },
];

function tablesOf(scale: Scale): TableRows[] {
  const { workspaceId } = scale;
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => n);
  const segments = SEGMENT_RULES.map((rules, n) => [
    ...[workspaceId, idOf(KIND.segment, n), `Segment ${n + 1}`, JSON.stringify(rules)],
    ...[CREATED, CREATED],
  ]);
  const types = numbered(PRODUCT_TYPES).map((n) => [
    ...[workspaceId, idOf(KIND.productType, n), `Type ${n + 1}`],
    ...[n < CONTRACT_TYPES ? "contract" : "order", CREATED],
  ]);
  const waves = numbered(WAVES).map((n) => [
    ...[workspaceId, idOf(KIND.wave, n), idOf(KIND.survey, 0), `Wave ${n + 1}`, "closed"],
    ...[`${waveDay(n)}T07:00:00Z`, `${waveDay(n)}T07:00:00Z`, waveDay(Math.max(0, n - 1))],
  ]);
  const employees = numbered(EMPLOYEES).map((n) => [
    ...[workspaceId, idOf(KIND.employee, n), `Manager ${n + 1}`, `m${n + 1}@bench.example`],
  ]);
  const survey = [workspaceId, idOf(KIND.survey, 0), idOf(KIND.survey, 0), "Relationship", "nps"];
  const table = (name: string, columns: readonly string[], rows: TableRows["rows"]) => ({
    ...{ table: name, columns, rows },
  });
  const ids = ["workspace_id", "id"];
  return [
    table("employee", [...ids, "name", "email"], employees),
    table("product_type", [...ids, "name", "billed_as", "created_at"], types),
    table("segment", [...ids, "name", "rules", "created_at", "updated_at"], segments),
    table(
      "survey",
      [...ids, "family_id", "name", "question", "scale", "scope", "created_at"],
      [[...survey, "0-10", "relationship", CREATED]],
    ),
    table(
      "wave",
      [...ids, "survey_id", "name", "state", "created_at", "started_at", "closes_on"],
      waves,
    ),
    table("account", ACCOUNT_COLUMNS, accountRows(scale)),
    table("contact", CONTACT_COLUMNS, contactRows(scale)),
    table("contract", CONTRACT_COLUMNS, contractRows(scale)),
    table("contract_term", TERM_COLUMNS, termRows(scale)),
    table("invitation", INVITATION_COLUMNS, invitationRows(scale)),
    table("response_event", ANSWER_COLUMNS, answerRows(scale)),
    table("complaint", COMPLAINT_COLUMNS, complaintRows(scale)),
    table("touch", TOUCH_COLUMNS, touchRows(scale)),
    table("wallet_estimate", WALLET_COLUMNS, walletRows(scale)),
    table("purchase", PURCHASE_COLUMNS, purchaseRows(scale)),
  ];
}

/** Global rows: the workspace, somebody who is signed in to it, and rates. */
async function makeShell(client: pg.Client, world: BenchWorkspace, name: string): Promise<void> {
  const { workspaceId, slug, userId, sessionId } = world;
  await client.query(
    `INSERT INTO workspace (id, slug, name, currency, time_zone, country, figures_as_of, created_at)
     VALUES ($1, $2, $3, 'DKK', 'Europe/Copenhagen', 'DK', $4, now())`,
    [workspaceId, slug, name, AS_OF],
  );
  await client.query(
    "INSERT INTO app_user (id, email, name, created_at) VALUES ($1, $2, 'Bench', now())",
    [userId, `${slug}@bench.example`],
  );
  await client.query(
    "INSERT INTO user_workspace (user_id, workspace_id, role, created_at) VALUES ($1, $2, 'admin', now())",
    [userId, workspaceId],
  );
  await client.query(
    `INSERT INTO user_session (id, user_id, created_at, expires_at, last_seen_at)
     VALUES ($1, $2, now(), now() + interval '20 years', now())`,
    [sessionId, userId],
  );
  const rates = Array.from({ length: 96 }, (_, n) => isoOfMonth(2026 * 12 + 9 - n));
  for (const [code, base] of [
    ["DKK", 7.45],
    ["SEK", 10.9],
  ] as const)
    await client.query(
      `INSERT INTO currency_rate (date, code, per_eur)
       SELECT t.date, $2, $3 + 0.01 * (t.n % 20) FROM unnest($1::date[]) WITH ORDINALITY t(date, n)
       ON CONFLICT DO NOTHING`,
      [rates, code, base],
    );
}

function worldOf(accounts: number): BenchWorkspace {
  return {
    workspaceId: idOf(0xbe, accounts),
    slug: `bench-${accounts}`,
    userId: idOf(KIND.user, accounts),
    sessionId: idOf(KIND.session, accounts),
  };
}

/** The workspace of so many accounts (of none: an empty one), made where it is not there yet. */
export async function makeBenchWorkspace(
  url: string,
  accounts: number,
  tell: (line: string) => void,
  withOrders = true,
): Promise<BenchWorkspace> {
  const world = worldOf(accounts);
  const client = new pg.Client(url);
  await client.connect();
  try {
    const known = await client.query("SELECT 1 FROM workspace WHERE id = $1", [world.workspaceId]);
    if (known.rowCount) return world;
    const begin = performance.now();
    if (accounts > 0)
      for (const rows of tablesOf({ workspaceId: world.workspaceId, accounts })) {
        if (rows.table === "purchase" && !withOrders) continue;
        const start = performance.now();
        await copyIn(url, rows, { isLarge: accounts >= MANY_ACCOUNTS });
        tell(`  ${rows.table} loaded in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      }
    // Last: a workspace that is there is whole.
    await makeShell(client, world, `Bench ${accounts}`);
    tell(`${accounts} accounts made in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    return world;
  } finally {
    await client.end();
  }
}
