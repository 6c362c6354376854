import { html, type SafeHtml } from "@/lib/format/html";

/** Every colour stands with its background, so that no mail program turns only one of the two. */
export const MAIL_COLOURS = {
  paper: "#ffffff",
  ink: "#1d1c1a",
  second: "#57534b",
  cell: "#f1efe9",
  edge: "#8a847a",
  line: "#e6e3db",
} as const;

export const DARK_MAIL_COLOURS = {
  paper: "#1b1b19",
  ink: "#f0eee8",
  second: "#b9b4a9",
  cell: "#2e2d2a",
  edge: "#958f85",
  line: "#3a3834",
} as const;

const { paper, ink, second, cell, edge, line } = DARK_MAIL_COLOURS;

// The inline styles are the mail. Programs that read this block and know of dark mode get our dark
// colours; the others show the light ones or turn both colours of a pair themselves.
const DARK_STYLE: SafeHtml = {
  markup: `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.b{background:${paper}!important}.i{color:${ink}!important}.s{color:${second}!important}.c{background:${cell}!important;border-color:${edge}!important}.l{border-color:${line}!important}}`,
};

type Frame = { language: string; title: string; body: SafeHtml };

/** Tables and inline styles, no picture. In `body`, class i, s, c or l names the colour's dark twin. */
export function mailFrame({ language, title, body }: Frame): string {
  const light = MAIL_COLOURS;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no"><title>${title}</title><style>${DARK_STYLE}</style></head>
<body class="b i" style="margin:0;padding:0;background:${light.paper};color:${light.ink};font-family:Arial,Helvetica,sans-serif">
<table role="presentation" class="b" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.paper}" style="background:${light.paper}"><tr><td style="padding:20px 12px">
<table role="presentation" class="b" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.paper}" style="max-width:600px;background:${light.paper}"><tr><td>
${body}
</td></tr></table>
</td></tr></table>
</body></html>
`.markup;
}

/** One paragraph of the usual size. */
export function mailParagraph(text: string | SafeHtml, margin = "0 0 14px"): SafeHtml {
  return html`<p class="i" style="margin:${margin};font-size:15px;line-height:22px;color:${MAIL_COLOURS.ink}">${text}</p>`;
}

/** What stands at the foot: smaller, in the second ink. */
export function mailSmallPrint(text: string | SafeHtml, margin = "0 0 16px"): SafeHtml {
  return html`<p class="s" style="margin:${margin};font-size:13px;line-height:20px;color:${MAIL_COLOURS.second}">${text}</p>`;
}

/** A cell with one link that fills it: text on a colour, 44 px high. */
export function mailLinkCell(label: string, url: string): SafeHtml {
  const { cell: background, edge: border, ink: colour } = MAIL_COLOURS;
  return html`<td class="c" height="44" valign="middle" bgcolor="${background}" style="height:44px;background:${background};border:1px solid ${border}"><a class="i" href="${url}" style="display:block;padding:11px 14px;font-size:15px;line-height:22px;color:${colour};text-decoration:none">${label}</a></td>`;
}

/** A link that stands by itself below a text. */
export function mailButton(label: string, url: string): SafeHtml {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px"><tr>${mailLinkCell(label, url)}</tr></table>`;
}
