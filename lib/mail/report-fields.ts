/** The groups of "Name: value" lines of a delivery status (RFC 3464) or feedback report (RFC 5965). */
export type ReportFields = Map<string, string>;

function readGroup(text: string): ReportFields {
  const unfolded = text.replace(/\r?\n[ \t]+/g, " ");
  const fields: ReportFields = new Map();
  for (const line of unfolded.split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), value.trim());
    }
  }
  return fields;
}

/** Empty lines separate the groups: first what is said of the message, then of each recipient. */
export function reportGroups(text: string): ReportFields[] {
  return text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map(readGroup)
    .filter((fields) => fields.size > 0);
}

/** "rfc822; lone@customer.example" -> the address. */
export function recipientOf(value: string | undefined): string | null {
  const address = (value ?? "")
    .replace(/^[^;]*;/, "")
    .trim()
    .replace(/^<|>$/g, "")
    .toLowerCase();
  return address.includes("@") ? address : null;
}
