import type { z } from "zod";
import type { ApiScope } from "@/lib/auth/api-key";
import type { Ctx } from "@/lib/auth/ctx";

/** One way into the API: what routes a call, checks it and describes it is this one row. */
export type Endpoint = {
  method: "GET" | "POST";
  /** Below /api/v1, with its parts: "segments/{segmentId}/accounts". */
  path: string;
  /** Groups the page that describes the API. */
  group: string;
  summary: string;
  about: string;
  /** What the key must have been made for. */
  scope: ApiScope;
  query?: z.ZodObject;
  body?: z.ZodObject;
  answer: z.ZodType;
  verb: (call: { ctx: Ctx; input: unknown }) => Promise<unknown>;
};

/** Names of the parts in a path. */
export function partsOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
}

function match(pattern: string, path: readonly string[]): Record<string, string> | null {
  const wanted = pattern.split("/");
  if (wanted.length !== path.length) return null;
  const parts: Record<string, string> = {};
  for (const [i, piece] of wanted.entries()) {
    const given = path[i] ?? "";
    const [name] = partsOf(piece);
    if (name !== undefined) parts[name] = given;
    else if (piece !== given) return null;
  }
  return parts;
}

export type Found = { endpoint: Endpoint; parts: Record<string, string> };

/** The endpoints of a path by their method; empty where there is no such path. */
export function endpointsAt(all: readonly Endpoint[], path: readonly string[]): Found[] {
  return all.flatMap((endpoint) => {
    const parts = match(endpoint.path, path);
    return parts ? [{ endpoint, parts }] : [];
  });
}
