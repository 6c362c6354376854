// Programs that open links for a mail gateway, a chat or a search engine and say so in their name.
// General HTTP libraries and headless browsers are not here: their name does not tell who uses them.
const MAIL_SECURITY = [
  "barracuda",
  "ciscosecureemail",
  "fireeye",
  "fortimail",
  "ironport",
  "messagelabs",
  "microsoft-urlanalyzer",
  "mimecast",
  "proofpoint",
  "safelinks",
  "sophos",
  "symantec",
  "tmes",
  "trendmicro",
  "urlscan",
  "virustotal",
  "zscaler",
];
const PREVIEWS = [
  "bingpreview",
  "facebookexternalhit",
  "googleimageproxy",
  "linkexpanding",
  "ms-office",
  "skypeuripreview",
  "whatsapp",
  "yahoomailproxy",
];

// "Cubot" is a maker of phones.
const PATTERN = new RegExp(
  `${[...MAIL_SECURITY, ...PREVIEWS].join("|")}|(?<!cu)bot\\b|crawler|spider\\b`,
  "i",
);

/** Whether a user agent names itself as one of them. */
export function isKnownScanner(agent: string | null): boolean {
  return agent !== null && PATTERN.test(agent);
}
