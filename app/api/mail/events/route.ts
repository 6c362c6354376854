import { receiveMailEvents } from "@/lib/surveys/mail/receive-mail-events";
import { answerPost } from "../answer-post";

export const dynamic = "force-dynamic";

/** Bounces, complaints and deliveries as a mail provider knows them. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, receiveMailEvents);
}
