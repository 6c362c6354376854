import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  framedHtml,
  inboxPage,
  MAIL_VIEWS,
  type MailView,
  messagePage,
  notFoundPage,
  STYLE,
} from "./mail-pages";
import type { MailStore } from "./mail-store";

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'";
// Mail clients run no script and load nothing unasked; neither does this frame.
const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

type Answer = { status?: number; type?: string; policy?: string; body?: string; location?: string };

function json(value: unknown, status = 200): Answer {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

function api(store: MailStore, method: string, id: string | undefined, url: URL): Answer {
  if (method === "DELETE") {
    if (id) store.remove(id);
    else store.clear();
    return { status: 204 };
  }
  if (method !== "GET") return json({ message: "Use GET or DELETE." }, 405);
  if (!id) return json(store.list(url.searchParams.get("to") ?? undefined));
  const mail = store.find(id);
  return mail ? json(mail) : json({ message: "No such mail." }, 404);
}

function answerMessage(store: MailStore, id: string, part: string | undefined, url: URL): Answer {
  const mail = store.find(id);
  if (!mail) return { status: 404, body: notFoundPage() };
  if (part === "html") return { policy: FRAME_POLICY, body: framedHtml(mail) };
  const asked = url.searchParams.get("view");
  const view = MAIL_VIEWS.find((v) => v === asked) ?? ("html" satisfies MailView);
  return { body: messagePage(mail, view) };
}

function answer(store: MailStore, request: IncomingMessage): Answer {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://localhost");
  const [first = "", id, part] = url.pathname.split("/").filter(Boolean);
  if (first === "api" && id === "messages") return api(store, method, part, url);
  if (method === "POST" && first === "clear") {
    // A page elsewhere must not be able to empty the inbox.
    if (request.headers["sec-fetch-site"] !== "same-origin") return { status: 403 };
    store.clear();
    return { status: 303, location: "/" };
  }
  if (method !== "GET") return { status: 405 };
  if (first === "") return { body: inboxPage(store.list()) };
  if (first === "style.css") return { type: "text/css", body: STYLE };
  if (first === "messages" && id) return answerMessage(store, id, part, url);
  return { status: 404, body: notFoundPage() };
}

// A name that an attacker points at 127.0.0.1 would make us same-origin to the attacker's page.
function isKnownHost(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "");
  return name === "localhost" || /^(\d+\.){3}\d+$/.test(name) || name.startsWith("[");
}

function send(response: ServerResponse, given: Answer): void {
  response.writeHead(given.status ?? 200, {
    "Content-Type": `${given.type ?? "text/html"}; charset=utf-8`,
    "Content-Security-Policy": given.policy ?? PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    ...(given.location ? { Location: given.location } : {}),
  });
  response.end(given.body ?? "");
}

export function mailWebServer(store: MailStore): Server {
  return createServer((request, response) => {
    request.resume();
    send(response, isKnownHost(request.headers.host) ? answer(store, request) : { status: 421 });
  });
}
