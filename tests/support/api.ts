import { POST as answer } from "@/app/api/v1/[...path]/route";

type Call = { key?: string | null; body?: unknown; headers?: Record<string, string> };
type Method = "GET" | "HEAD" | "POST" | "DELETE";

/** One call of the API as its router gets it; `path` is what follows /api/v1/, with its query. */
export function callApi(method: Method, path: string, call: Call = {}): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json", ...call.headers });
  if (call.key) headers.set("authorization", `Bearer ${call.key}`);
  const { body } = call;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://x/api/v1/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: text }),
  });
  const [plain = ""] = path.split("?");
  return answer(request, { params: Promise.resolve({ path: plain.split("/") }) });
}
