import { receiveInboundMail } from "@/lib/surveys/mail/receive-inbound-mail";
import { answerPost } from "../answer-post";

export const dynamic = "force-dynamic";

/** A raw mail that came back; `X-Mail-Recipient` says for which address it was taken in. */
export function POST(request: Request): Promise<Response> {
  const recipient = request.headers.get("x-mail-recipient");
  return answerPost(request, async (post) => ({
    outcome: await receiveInboundMail({ ...post, recipient }),
  }));
}
