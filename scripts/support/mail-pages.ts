import type { CaughtMail } from "./mail-store";

export const MAIL_VIEWS = ["html", "text", "headers", "source"] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

const VIEW_NAMES: Record<MailView, string> = {
  html: "As shown",
  text: "Plain text",
  headers: "Headers",
  source: "Source",
};

export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --line: #e6e3db; --ink: #1d1c1a; --second: #57534b; --accent: #0d5c4f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #141412; --card: #1b1b19; --line: #2e2d2a; --ink: #f0eee8; --second: #b9b4a9; --accent: #6fc3ae; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 960px; padding: 24px 16px 48px; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 25px; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }
p, dl { margin: 0 0 16px; color: var(--second); }
a { color: var(--accent); }
header { display: flex; gap: 16px; justify-content: space-between; align-items: start; flex-wrap: wrap; }
button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--second); border-radius: 8px; padding: 6px 12px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
ol, .card { list-style: none; margin: 16px 0 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 12px 16px; color: inherit; text-decoration: none; }
li a:hover { background: var(--paper); }
li strong { overflow-wrap: anywhere; }
li span { color: var(--second); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; gap: 16px; flex-wrap: wrap; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
iframe { display: block; width: 100%; height: 75vh; border: 0; background: #fff; }
pre { margin: 0; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; }
`;

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replaceAll(/[&<>"]/g, (c) => entities[c] ?? c);
}

function page(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

function listItem(mail: CaughtMail): string {
  const time = mail.receivedAt.slice(0, 19).replace("T", " ");
  return `<li><a href="/messages/${mail.id}"><strong>${escapeHtml(mail.subject)}</strong>
<time datetime="${mail.receivedAt}">${time} UTC</time><span>to ${escapeHtml(mail.to)}</span></a></li>`;
}

export function inboxPage(mails: CaughtMail[]): string {
  const list = mails.length === 0 ? "" : `<ol>${mails.map(listItem).join("")}</ol>`;
  const sentence =
    mails.length === 0
      ? "Nothing has been sent yet. What Holdfast sends appears here; none of it leaves this machine."
      : `${mails.length === 1 ? "One mail" : `${mails.length} mails`}, newest first. None of them left this machine.`;
  const clear =
    mails.length === 0
      ? ""
      : `<form method="post" action="/clear"><button>Delete all mail</button></form>`;
  // No script on a page that lists what strangers may have written; it reloads itself instead.
  return page(
    "Local inbox",
    `<header><div><h1>Local inbox</h1><p>${sentence}</p></div>${clear}</header>${list}`,
    `<meta http-equiv="refresh" content="5">`,
  );
}

function content(mail: CaughtMail, view: MailView): string {
  if (view === "html") {
    const sandbox = "allow-popups allow-popups-to-escape-sandbox";
    return `<iframe title="The mail" sandbox="${sandbox}" src="/messages/${mail.id}/html"></iframe>`;
  }
  if (view === "text") return `<pre>${escapeHtml(mail.text || "(no plain text part)")}</pre>`;
  if (view === "source") return `<pre>${escapeHtml(mail.raw)}</pre>`;
  return `<pre>${mail.headers.map((h) => escapeHtml(`${h.key}: ${h.value}`)).join("\n")}</pre>`;
}

export function messagePage(mail: CaughtMail, wanted: MailView): string {
  const view = wanted === "html" && mail.html === "" ? "text" : wanted;
  const tabs = MAIL_VIEWS.map((v) => {
    const current = v === view ? ` aria-current="page"` : "";
    return `<a href="/messages/${mail.id}?view=${v}"${current}>${VIEW_NAMES[v]}</a>`;
  });
  return page(
    mail.subject,
    `<p><a href="/">Back to the inbox</a></p><h1>${escapeHtml(mail.subject)}</h1>
<dl><dt>From</dt><dd>${escapeHtml(mail.from)}</dd><dt>To</dt><dd>${escapeHtml(mail.to)}</dd></dl>
<nav aria-label="Ways to see it">${tabs.join("")}</nav><div class="card">${content(mail, view)}</div>`,
  );
}

/** What the frame shows: the mail as written, its links in new tabs. */
export function framedHtml(mail: CaughtMail): string {
  return `<!doctype html><base target="_blank">${mail.html.replace(/^\s*<!doctype[^>]*>/i, "")}`;
}

export function notFoundPage(): string {
  return page("Not found", `<h1>Not found</h1><p><a href="/">Back to the inbox</a></p>`);
}
