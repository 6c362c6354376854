import { createHmac } from "node:crypto";
import { z } from "zod";
import { newId } from "@/lib/db/new-id";
import type { Send, Statement } from "@/lib/db/with-workspace-sql";
import { readEnv } from "@/lib/env";
import { signalWorkSql } from "@/lib/queue/signal-work-sql";
import { exposedBy } from "./judge-press";
import { isKnownScanner } from "./known-scanners";
import { MAX_VISITS } from "./link-sql";
import { evidenceOf } from "./press";
import { type RespondentPageDto, toRespondentPage } from "./respondent-page";
import { type LinkCall, type OpenedLink, withSurveyLink } from "./with-survey-link";
import { writeAnswers } from "./write-answers";

/** Soon enough that those of a wave who open it later profit from those who did first. */
const LEARN_AFTER_MS = 60 * 60_000;

const visitSchema = z.object({
  method: z.enum(["GET", "HEAD"]).catch("GET"),
  choice: z
    .string()
    .regex(/^\w{1,40}$/)
    .nullable()
    .catch(null),
  isPrefetch: z.boolean(),
  agent: z.string().max(1000).nullable().catch(null),
});
type Visit = z.infer<typeof visitSchema>;

const VISIT_SQL: Statement = {
  name: "respondent-visit",
  text: `
    INSERT INTO invitation_visit (workspace_id, id, invitation_id, at, method, choice, prefetch,
      agent_hash, is_scanner)
    VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9)`,
};

function agentHash(agent: string): string {
  return createHmac("sha256", readEnv().AUTH_SECRET).update(agent).digest("hex").slice(0, 16);
}

function recordVisit(link: OpenedLink, send: Send, visit: Visit): void {
  if (link.visits >= MAX_VISITS) return;
  send(VISIT_SQL, [
    link.ctx.workspace.id,
    newId(),
    link.invitationId,
    link.ctx.now,
    visit.method,
    visit.choice,
    visit.isPrefetch,
    visit.agent ? agentHash(visit.agent) : null,
    isKnownScanner(visit.agent),
  ]);
  if (link.isLearningDue) return;
  const { workspace, now } = link.ctx;
  signalWorkSql(send, workspace.id, "scanners", new Date(now.getTime() + LEARN_AFTER_MS));
}

/** A program fetches the page ahead: an untrusted answer moments before was its doing as well. */
function withdrawExposed(link: OpenedLink, send: Send): void {
  const trap = { kind: "prefetch", now: link.ctx.now } as const;
  const scores = exposedBy(trap, link.history, link.settings);
  if (scores.length === 0) return;
  writeAnswers(link, send, {
    verb: "visitSurvey",
    answers: [],
    class: "held",
    reason: "prefetch",
    evidence: evidenceOf(link, false),
    withdrawn: { scores, reason: "prefetch" },
  });
}

/**
 * The survey page as its link shows it; null for a link that is none. Opening it appends a visit and
 * never an answer. A colleague looking at the page is not the person who was asked.
 */
export function visitSurvey({
  input,
  ...call
}: LinkCall & { input: unknown }): Promise<RespondentPageDto | null> {
  const visit = visitSchema.parse(input);
  return withSurveyLink(call, async (link, send) => {
    if (link.isOpen && !link.isStaff) {
      recordVisit(link, send, visit);
      if (visit.isPrefetch) withdrawExposed(link, send);
    }
    return toRespondentPage(link);
  });
}
