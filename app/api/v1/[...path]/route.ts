import { answerApi } from "@/lib/api/answer-api";
import { endpointsAt } from "@/lib/api/endpoint";
import { ENDPOINTS } from "../_endpoints/all-endpoints";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path: string[] }> };

/** Every call of the API; what there is stands in ENDPOINTS, and in docs/api.md for people. */
async function answer(request: Request, { params }: Props): Promise<Response> {
  return answerApi(request, endpointsAt(ENDPOINTS, (await params).path));
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
