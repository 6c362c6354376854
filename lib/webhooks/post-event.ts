import { lookup } from "node:dns";
import { request as overHttp, type RequestOptions } from "node:http";
import { request as overHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isAllowedHost } from "./allowed-hosts";
import { isPublicAddress } from "./public-address";

const TIMEOUT_MS = 10_000;
/** `status` null: nobody answered, and `error` says why. */
export type PostResult = { status: number | null; error: string | null };

class InsideAddress extends Error {
  override name = "InsideAddress";
}

/** Names are looked up when the connection is made, so that a name cannot change between check and use. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error("no address"), "", 4);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return callback(new InsideAddress(), "", 4);
    }
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/** Why an address may not be posted to; null where it may. Names are judged when they are looked up. */
export function refuseAddress(
  url: URL,
  allowedHosts: readonly string[],
): "scheme" | "credentials" | "inside" | null {
  if (url.username !== "" || url.password !== "") return "credentials";
  if (isAllowedHost(url, allowedHosts)) return null;
  if (url.protocol !== "https:") return "scheme";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isPublicAddress(host) ? "inside" : null;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error instanceof InsideAddress) return "inside_address";
  return error.code?.toLowerCase() ?? "no_answer";
}

/**
 * Posts a signed body. Follows no redirect, reads no answer beyond its status, and gives up after ten
 * seconds in all; never throws.
 */
export function postEvent(
  url: URL,
  body: string,
  headers: Record<string, string>,
  allowedHosts: readonly string[],
): Promise<PostResult> {
  const refused = refuseAddress(url, allowedHosts);
  if (refused) return Promise.resolve({ status: null, error: `${refused}_address` });
  const options: RequestOptions = {
    method: "POST",
    timeout: TIMEOUT_MS,
    agent: false,
    ...(isAllowedHost(url, allowedHosts) ? {} : { lookup: publicLookup }),
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "user-agent": "Holdfast-Webhooks",
      ...headers,
    },
  };
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const call = send(url, options);
    const timer = setTimeout(() => call.destroy(timedOut()), TIMEOUT_MS);
    const end = (status: number | null, error: string | null) => {
      clearTimeout(timer);
      resolve({ status, error });
      call.destroy();
    };
    call.on("response", ({ statusCode }) => end(statusCode ?? null, null));
    // Of a receiver that wants to speak something else, node says neither an answer nor an error.
    call.on("upgrade", ({ statusCode }) => end(statusCode ?? null, null));
    call.on("timeout", () => call.destroy(timedOut()));
    call.on("error", (error) => end(null, reasonOf(error)));
    call.on("close", () => end(null, "no_answer"));
    call.end(body);
  });
}

function timedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error("timed out"), { code: "TIMED_OUT" });
}
