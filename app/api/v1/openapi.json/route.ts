import { openApi } from "@/lib/api/open-api";
import { readEnv } from "@/lib/env";
import { ENDPOINTS } from "../_endpoints/all-endpoints";

export const dynamic = "force-dynamic";

/** The API described for machines; it holds nothing of any workspace and needs no key. */
export function GET(): Response {
  return Response.json(openApi(ENDPOINTS, readEnv().APP_URL));
}
