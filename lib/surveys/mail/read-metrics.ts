import { createHash, timingSafeEqual } from "node:crypto";
import { db } from "@/lib/db/client";
import { outsideWorkspaces } from "@/lib/db/outside-workspaces";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError, notFound } from "@/lib/errors";
import { isMarkedDatabase } from "@/lib/mail/database-mark";

const OPEN_STATES = ["pending", "paused", "claimed", "handed", "uncertain"] as const;
const ENDED_STATES = ["sent", "bounced", "failed", "suppressed", "skipped"] as const;

type Counts = {
  /** Seconds the mail due longest has waited. */
  age: number;
  mails: Record<string, number>;
  /** Tried, not taken by the mail server, and waiting for another try. */
  retrying: number;
  heldAnswers: number;
  pausedWaves: number;
};

type StateRow = { state: string; mails: number; retrying: number; age: number };
type WorkRow = { kind: string; due: number; age: number };

function sha(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** @throws AppError NOT_FOUND where no token is set, UNAUTHENTICATED for another one. */
function requireToken(authorization: string | null): void {
  const token = readEnv().METRICS_TOKEN;
  if (token === undefined) throw notFound("address");
  if (timingSafeEqual(sha(`Bearer ${token}`), sha(authorization ?? ""))) return;
  throw new AppError("UNAUTHENTICATED", "The token is missing or another one.");
}

async function countWorkspace(workspaceId: string): Promise<Counts> {
  return withWorkspace({ workspace: { id: workspaceId } }, async (tx) => {
    const states = await tx.$queryRaw<StateRow[]>`
      SELECT state, count(*)::int AS mails,
        (count(*) FILTER (WHERE state = 'pending' AND attempts > 0))::int AS retrying, COALESCE(GREATEST(0, extract(epoch FROM now() - min(due_at)
        FILTER (WHERE state = 'pending' AND due_at <= now()))), 0)::float8 AS age
      FROM mail_outbox
      WHERE workspace_id = ${workspaceId}::uuid
        AND (finished_at IS NULL OR state = 'uncertain' OR finished_at > now() - interval '1 day')
      GROUP BY state`;
    const [rest] = await tx.$queryRaw<{ held: number; paused: number }[]>`
      SELECT (SELECT count(*) FROM response_event r WHERE r.workspace_id = ${workspaceId}::uuid
          AND r.class = 'held' AND NOT EXISTS (SELECT 1 FROM response_review v
            WHERE v.workspace_id = ${workspaceId}::uuid AND v.response_id = r.id))::int AS held,
        (SELECT count(*) FROM wave w WHERE w.workspace_id = ${workspaceId}::uuid
          AND w.state = 'paused')::int AS paused`;
    return {
      age: Math.max(0, ...states.map(({ age }) => age)),
      mails: Object.fromEntries(states.map(({ state, mails }) => [state, mails])),
      retrying: states.reduce((sum, { retrying }) => sum + retrying, 0),
      heldAnswers: rest?.held ?? 0,
      pausedWaves: rest?.paused ?? 0,
    };
  });
}

async function countAll(): Promise<Counts> {
  const total: Counts = { age: 0, mails: {}, retrying: 0, heldAnswers: 0, pausedWaves: 0 };
  const workspaces = await outsideWorkspaces((client) =>
    client.workspace.findMany({ where: { archivedAt: null }, select: { id: true } }),
  );
  for (const { id } of workspaces) {
    const counts = await countWorkspace(id);
    total.age = Math.max(total.age, counts.age);
    total.retrying += counts.retrying;
    total.heldAnswers += counts.heldAnswers;
    total.pausedWaves += counts.pausedWaves;
    for (const [state, mails] of Object.entries(counts.mails)) {
      total.mails[state] = (total.mails[state] ?? 0) + mails;
    }
  }
  return total;
}

async function loadWork(): Promise<{ lanes: WorkRow[]; workers: number }> {
  const lanes = await db().$queryRaw<WorkRow[]>`
    SELECT kind, (count(*) FILTER (WHERE due_at <= now()))::int AS due,
      COALESCE(GREATEST(0, extract(epoch FROM now() - min(due_at))), 0)::float8 AS age
    FROM workspace_signal GROUP BY kind ORDER BY kind`;
  const [row] = await db().$queryRaw<{ workers: number }[]>`
    SELECT count(*)::int AS workers FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'holdfast-listen'`;
  return { lanes, workers: row?.workers ?? 0 };
}

type Sample = { labels?: Record<string, string>; value: number };

function metric(name: string, help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `holdfast_${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
  });
  return [`# HELP holdfast_${name} ${help}`, `# TYPE holdfast_${name} gauge`, ...lines].join("\n");
}

function byState(counts: Counts, states: readonly string[]): Sample[] {
  return states.map((state) => ({ labels: { state }, value: counts.mails[state] ?? 0 }));
}

/** All workspaces together, in Prometheus' text format: numbers only, nothing of anybody's. */
export async function readMetrics(call: {
  authorization: string | null;
  now: Date;
}): Promise<string> {
  requireToken(call.authorization);
  const counts = await countAll();
  const { lanes, workers } = await loadWork();
  const isHeld = !(await isMarkedDatabase(call.now));
  const one = (value: number): Sample[] => [{ value }];
  const byKind = (pick: (row: WorkRow) => number): Sample[] =>
    lanes.map((row) => ({ labels: { kind: row.kind }, value: pick(row) }));
  return [
    metric("outbox_age_seconds", "How long the mail due longest has waited.", one(counts.age)),
    metric("mails_open", "Mails that have not ended, by state.", byState(counts, OPEN_STATES)),
    metric(
      "mails_ended_last_day",
      "Mails that ended within 24 hours, by state.",
      byState(counts, ENDED_STATES),
    ),
    metric(
      "mails_uncertain",
      "Mails whose fate only a person can tell.",
      one(counts.mails.uncertain ?? 0),
    ),
    metric(
      "mails_retrying",
      "Mails the mail server did not take, which are tried again.",
      one(counts.retrying),
    ),
    metric("answers_held", "Answers kept aside that nobody has reviewed.", one(counts.heldAnswers)),
    metric("waves_paused", "Waves that rest.", one(counts.pausedWaves)),
    metric(
      "work_due",
      "Workspaces with work due, by lane.",
      byKind((row) => row.due),
    ),
    metric(
      "work_age_seconds",
      "How long work has been due, by lane.",
      byKind((row) => row.age),
    ),
    metric("workers", "Workers that listen.", one(workers)),
    metric(
      "sending_held",
      "1 while mail rests because this database was restored.",
      one(isHeld ? 1 : 0),
    ),
    "",
  ].join("\n");
}
