import { z } from "zod";
import { ABOUT_CALLS } from "./about-calls";
import { type Endpoint, partsOf } from "./endpoint";

type Json = Record<string, unknown>;

/** OpenAPI has its own place for the dialect; the rest is JSON Schema as it is. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function parametersOf({ path, query, method }: Endpoint): Json[] {
  const inPath = partsOf(path).map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType, "input");
    return { name, in: "query", required: false, ...(description ? { description } : {}), schema };
  });
  const named = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "A name for the call: made again under it, it is answered as before.",
    schema: { type: "string", maxLength: 200 },
  };
  return [...inPath, ...inQuery, ...(method === "POST" ? [named] : [])];
}

/** "readPurchases", "writePurchases": what a client made from the description calls its functions. */
function operationId({ method, path }: Endpoint): string {
  const words = path.split(/\W+/).filter((word) => word !== "");
  const verb = method === "GET" ? "read" : "write";
  return verb + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const quota = (description: string) => ({ description, schema: { type: "integer" } });
const QUOTA = {
  "RateLimit-Limit": quota("Calls a minute that the key may make."),
  "RateLimit-Remaining": quota("Calls that are left of them."),
  "RateLimit-Reset": quota("Seconds until all of them are there again."),
};

const PROBLEM = {
  description: "A problem (RFC 9457) that names the field.",
  headers: { "Retry-After": quota("Seconds to wait, with 429 and 503.") },
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function operationOf(endpoint: Endpoint): Json {
  const { group, summary, about, scope, body, answer } = endpoint;
  const json = (schema: Json) => ({ "application/json": { schema } });
  return {
    operationId: operationId(endpoint),
    tags: [group],
    summary,
    description: `${about} The key needs \`${scope}\`.`,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, "input")) } } : {}),
    responses: {
      200: { description: "Done.", headers: QUOTA, content: json(schemaOf(answer, "output")) },
      "4XX": PROBLEM,
      "5XX": PROBLEM,
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "message"],
        properties: { field: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

/** The whole API as OpenAPI 3.1, from the rows that also route and check the calls. */
export function openApi(endpoints: readonly Endpoint[], appUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = `/${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Holdfast",
      version: "1",
      description: [
        "Accounts, purchases, answers and figures of one workspace.",
        ...ABOUT_CALLS.map(({ title, text }) => `**${title}.** ${text}`),
      ].join("\n\n"),
    },
    servers: [{ url: `${appUrl}/api/v1` }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", bearerFormat: "hfk_…" } },
      schemas: { Problem: problemSchema },
    },
  };
}
