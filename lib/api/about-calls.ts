import { EVENT_KINDS } from "@/lib/webhooks/event-kinds";

/** What holds for every call, for the page and for the description that machines read. In English, as answers are. */
export const ABOUT_CALLS: readonly { title: string; text: string }[] = [
  {
    title: "Limits",
    text: "300 calls a minute and key: `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` tell them with every answer, and above them 429 comes with `Retry-After`. A body is JSON in UTF-8, not compressed, of at most 10 MB.",
  },
  {
    title: "The same call twice",
    text: "`Idempotency-Key` (1 to 200 visible characters) names a call that writes. Made again under it, the call is not made but answered as before; another call under it is refused with 422, and while the first runs the second gets 409. Faults (5xx) and 429 are not kept. Rows with an id are safe to send again without it.",
  },
  {
    title: "Errors",
    text: "`application/problem+json` (RFC 9457): `code` is one of a closed set, `errors` names the fields by their path, such as `rows.3.amount`. Rows that are refused while others come in stand in `rejectedRows` of the answer.",
  },
  {
    title: "Values",
    text: "Numbers have a point and nothing between thousands; those above 2^53 are sent as text. Money is a decimal in the row's `currency`. Dates are `2026-03-31`; an instant with its zone counts as its day in the workspace's time zone. A field that is left out keeps what is stored, `null` empties it.",
  },
  {
    title: "Webhooks",
    text: `An admin adds an address under Settings, Webhooks. It is posted \`{ id, type, timestamp, data }\`, where \`type\` is ${EVENT_KINDS.map((kind) => `\`${kind}\``).join(", ")}. The signature is that of Standard Webhooks: \`webhook-signature\` is \`v1,\` and the base64 of HMAC-SHA-256 over \`webhook-id.webhook-timestamp.body\`, with the secret's bytes (base64 after \`whsec_\`). Refuse a timestamp older than five minutes, keep the ids you have seen, and answer 2xx within ten seconds; everything else is tried again for two days.`,
  },
];
