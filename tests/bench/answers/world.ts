import { randomUUID } from "node:crypto";
import pg from "pg";
import { readEnv } from "@/lib/env";
import { makeLinkToken } from "@/lib/mail/link-token";

// Rows of a wave that was mailed two hours ago, in bulk and past the verbs: what is measured is the
// answer, not the asking.

export type BenchWorld = { workspaceId: string; tokens: string[] };

const MADE = "INSERT INTO workspace (id, slug, name, currency, time_zone, created_at) VALUES";

async function inWorkspace<T>(
  workspaceId: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(readEnv().DATABASE_URL);
  await client.connect();
  try {
    await client.query("SELECT set_config('app.workspace', $1, false)", [workspaceId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Ten people an account. @param mail whether the invitations are still to be sent. */
export async function makeBenchWorld(people: number, mail: "sent" | "due"): Promise<BenchWorld> {
  const workspaceId = randomUUID();
  const surveyId = randomUUID();
  const waveId = randomUUID();
  const slug = `bench-${workspaceId.slice(0, 8)}`;
  const ids = await inWorkspace(workspaceId, async (client) => {
    await client.query(`${MADE} ($1, $2, 'Bench', 'DKK', 'Europe/Copenhagen', now())`, [
      workspaceId,
      slug,
    ]);
    await client.query(
      `INSERT INTO account (workspace_id, id, ordinal, name, currency, created_at, updated_at)
       SELECT $1, gen_random_uuid(), n, 'Account ' || n, 'DKK', now(), now()
       FROM generate_series(1, $2::int) n`,
      [workspaceId, Math.ceil(people / 10)],
    );
    await client.query(
      `INSERT INTO contact (workspace_id, id, account_id, first_name, email, created_at, updated_at)
       SELECT a.workspace_id, gen_random_uuid(), a.id, 'Lone',
         'p' || a.ordinal || '-' || n || '@bench' || a.ordinal || '.example', now(), now()
       FROM account a, generate_series(1, 10) n WHERE a.workspace_id = $1`,
      [workspaceId],
    );
    await client.query(
      `INSERT INTO survey (workspace_id, id, family_id, name, question, scale, scope, created_at)
       VALUES ($1, $2, $2, 'Bench', 'nps', '0-10', 'relationship', now())`,
      [workspaceId, surveyId],
    );
    await client.query(
      `INSERT INTO wave (workspace_id, id, survey_id, name, state, created_at, started_at, closes_on)
       VALUES ($1, $2, $3, 'Bench', 'sending', now(), now(), current_date + 30)`,
      [workspaceId, waveId, surveyId],
    );
    const rows = await client.query<{ id: string }>(
      `INSERT INTO invitation (workspace_id, id, wave_id, survey_id, contact_id, account_id,
         language, created_at, closes_on, handed_at, delivered_at)
       SELECT workspace_id, gen_random_uuid(), $2, $3, id, account_id, 'da', now(),
         current_date + 30, $4, $4
       FROM contact WHERE workspace_id = $1 RETURNING id`,
      [workspaceId, waveId, surveyId, mail === "sent" ? new Date(Date.now() - 7_200_000) : null],
    );
    if (mail === "due") await addMails(client, workspaceId);
    else await addVisits(client, workspaceId);
    await client.query("ANALYZE");
    return rows.rows.map((row) => row.id);
  });
  const { LINK_KEYS } = readEnv();
  const tokens = ids.map((invitationId) =>
    makeLinkToken(LINK_KEYS, "survey", { workspaceId, invitationId }, 1),
  );
  return { workspaceId, tokens };
}

/** Whoever answers has opened the page before. */
async function addVisits(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(
    `INSERT INTO invitation_visit (workspace_id, id, invitation_id, at, method, choice)
     SELECT workspace_id, gen_random_uuid(), id, now() - interval '1 minute', 'GET', '9'
     FROM invitation WHERE workspace_id = $1`,
    [workspaceId],
  );
}

/** At any hour of any day: it is the sending that is measured. */
async function addMails(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(
    `INSERT INTO setting_version (workspace_id, id, key, value, valid_from, reason, created_at)
     VALUES ($1, gen_random_uuid(), 'asking', $2, '2020-01-01', 'bench', now())`,
    [workspaceId, { keepsWorkingHours: false, quietWeeks: false, accountAsksPerQuarter: 100 }],
  );
  await client.query(
    `INSERT INTO mail_outbox (workspace_id, id, kind, invitation_id, payload, state, created_at, due_at)
     SELECT workspace_id, gen_random_uuid(), 'survey', id, '{}', 'pending', now(), now()
     FROM invitation WHERE workspace_id = $1`,
    [workspaceId],
  );
}

/** Lets the worker begin. */
export async function signalMail(workspaceId: string): Promise<void> {
  await inWorkspace(workspaceId, async (client) => {
    await client.query(
      "INSERT INTO workspace_signal (workspace_id, kind, due_at) VALUES ($1, 'mail', now())",
      [workspaceId],
    );
    await client.query("SELECT pg_notify('holdfast_work', 'mail')");
  });
}

export async function countSent(workspaceId: string): Promise<number> {
  const sql =
    "SELECT count(*)::int AS n FROM mail_outbox WHERE workspace_id = $1 AND state = 'sent'";
  return inWorkspace(workspaceId, async (client) => {
    const { rows } = await client.query<{ n: number }>(sql, [workspaceId]);
    return rows[0]?.n ?? 0;
  });
}

export async function countConfirmed(workspaceId: string): Promise<number> {
  const sql = `SELECT count(DISTINCT invitation_id)::int AS n FROM response_event
    WHERE workspace_id = $1 AND class = 'confirmed'`;
  return inWorkspace(workspaceId, async (client) => {
    const { rows } = await client.query<{ n: number }>(sql, [workspaceId]);
    return rows[0]?.n ?? 0;
  });
}
