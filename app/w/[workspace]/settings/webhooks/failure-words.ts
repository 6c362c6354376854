import { staffWords } from "@/lib/i18n/staff-words";

/** What went wrong on the way, by the codes of sockets, names and certificates in small letters. */
const ON_THE_WAY: readonly (readonly [RegExp, Way])[] = [
  [/^(enotfound|eai_\w+|edns\w*)$/, "unknownName"],
  [/^econnrefused$/, "refused"],
  [/^(timed_out|etimedout|esockettimedout)$/, "timedOut"],
  [/^(econnreset|epipe|econnaborted)$/, "cutOff"],
  [/^(ehostunreach|enetunreach|ehostdown|enetdown|eaddrnotavail)$/, "unreachable"],
  [/cert|self_signed|unable_to_(get|verify)|altname/, "certificate"],
  [/^(eproto|err_ssl\w*|err_tls\w*)$/, "encryption"],
  [/^inside_address$/, "inside"],
  [/^(scheme|credentials)_address$/, "notAllowed"],
  [/^hpe_/, "noHttp"],
];
type Way =
  | "unknownName"
  | "refused"
  | "timedOut"
  | "cutOff"
  | "unreachable"
  | "certificate"
  | "encryption"
  | "inside"
  | "notAllowed"
  | "noHttp";

function answerOf(status: number) {
  if (status === 401 || status === 403) return "notLetIn";
  if (status === 404) return "noPage";
  if (status === 410) return "gone";
  if (status === 429) return "tooOften";
  if (status >= 500) return "theirFault";
  if (status >= 400) return "notTaken";
  return status >= 300 ? "elsewhere" : "odd";
}

/** Why a delivery failed, as a part of a sentence; null where nothing has been tried. */
export function failureWords(
  { lastStatus, lastError }: { lastStatus: number | null; lastError: string | null },
  locale: string,
): string | null {
  const t = staffWords(locale, "settings");
  if (lastStatus !== null) {
    return t(`webhooks.answered.${answerOf(lastStatus)}`, { status: String(lastStatus) });
  }
  if (lastError === null) return null;
  const way = ON_THE_WAY.find(([code]) => code.test(lastError))?.[1] ?? "noAnswer";
  return t(`webhooks.onTheWay.${way}`);
}
