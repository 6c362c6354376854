import { createHash } from "node:crypto";
import type { OutgoingEvent } from "@/lib/webhooks/enqueue-event";
import type { LookedAt } from "./looked-at";

/**
 * What systems of the customer's own are told of a confirmed answer: ids, the score and the words, no
 * name. Said again only where something of it changed, so a receiver replaces what it has by
 * `invitationId`.
 * @param wordId of the last score, comment or wish: words taken back to what they were are a change too
 */
export function answerEvent(answer: LookedAt, wordId: string | null): OutgoingEvent {
  const data = {
    invitationId: answer.invitationId,
    answeredAt: answer.at.toISOString(),
    surveyId: answer.surveyId,
    survey: answer.surveyName,
    scope: answer.scope,
    touchpoint: answer.touchpointName,
    question: answer.question,
    scale: answer.scale,
    valueNumber: answer.valueNumber,
    valueCode: answer.valueCode,
    comment: answer.comment,
    wantsContact: answer.wantsContact,
    accountId: answer.accountId,
    contactId: answer.contactId,
    role: answer.role,
    needs: answer.looked,
  };
  const said = createHash("sha256")
    .update(JSON.stringify([data, wordId]))
    .digest("base64url")
    .slice(0, 22);
  return { kind: "answer.confirmed", key: `answer:${answer.invitationId}:${said}`, data };
}
