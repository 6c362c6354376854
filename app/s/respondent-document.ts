import { NONCE_HEADER } from "@/lib/auth/request-headers";
import { html, type SafeHtml } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { RESPONDENT_CSS } from "./respondent-css";

type Document = {
  language: Language;
  title: string;
  /** Rules that depend on the page, made of numbers and our own names only. */
  css?: string;
  /** Enhances only; made of numbers and our own names. */
  script?: string;
  body: SafeHtml;
  status?: number;
};

/** Links are secrets of one person: nothing may keep, index or pass them on. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex, nofollow",
  "Referrer-Policy": "same-origin",
};

/** A whole page without framework or script; the answer must work where neither loads. */
export function respondentDocument(request: Request, document: Document): Response {
  const nonce = request.headers.get(NONCE_HEADER) ?? "";
  const style: SafeHtml = { markup: `${RESPONDENT_CSS}${document.css ?? ""}` };
  const script: SafeHtml = { markup: document.script ?? "" };
  const page = html`<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><link rel="icon" href="data:,"><title>${document.title}</title>
<style nonce="${nonce}">${style}</style></head>
<body><main>${document.body}</main>${document.script !== undefined && html`<script nonce="${nonce}">${script}</script>`}</body></html>
`;
  return new Response(page.markup, { status: document.status ?? 200, headers: HEADERS });
}

/**
 * After a post: the browser gets the next page, so that reloading sends nothing again. The path holds
 * the token as it was sent, and a header takes neither line breaks nor letters beyond Latin-1.
 */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { ...HEADERS, Location: encodeURI(path) } });
}
