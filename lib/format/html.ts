/** Markup that is safe to send as it is; only the tag `html` makes it. */
export type SafeHtml = { readonly markup: string };
type HtmlValue = SafeHtml | string | number | null | false | readonly SafeHtml[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function toMarkup(value: HtmlValue): string {
  if (value === null || value === false) return "";
  if (typeof value === "string") return value.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? "");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(toMarkup).join("");
  return (value as SafeHtml).markup;
}

/** For documents no browser framework renders (mails, respondent pages): every value is escaped. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  const parts = strings.map((text, i) => {
    const value = values[i];
    return text + (value === undefined ? "" : toMarkup(value));
  });
  return { markup: parts.join("") };
}
