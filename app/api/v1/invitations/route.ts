import { answerApi } from "@/lib/api/answer-api";
import { createInvitations } from "@/lib/surveys/invitations/create-invitations";

export const dynamic = "force-dynamic";

/** Links for sending by the customer's own system: docs/api.md. */
export function POST(request: Request): Promise<Response> {
  return answerApi(request, createInvitations);
}
