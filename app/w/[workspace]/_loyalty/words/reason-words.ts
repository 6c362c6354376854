import { formatCount, formatTimes, joinWords, sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import type { WorklistReasonDto } from "@/lib/loyalty/worklist.types";
import { answerClause, answerValue, ROLE_WORDS } from "./answer-words";
import type { ReadAs } from "./read-as";
import { signalWord } from "./signal-words";

type ReasonCode = WorklistReasonDto["code"];
type ReasonOf<Code extends ReasonCode> = Extract<WorklistReasonDto, { code: Code }>;

/** What a reason already says need not be said again by the renewal signal. */
const SAYS: Partial<Record<ReasonCode, readonly string[]>> = {
  signerBelowLine: ["S1", "W1"],
  wouldNotChooseAgain: ["S2"],
  rivalNamed: ["S3"],
  late: ["S4"],
  buysLess: ["S4"],
  promiseOverdue: ["S5"],
  silent: ["W2", "W3"],
  notAsked: ["W2"],
  complaints: ["W4"],
  ownerChanged: ["W7"],
};

const RENEWAL_WORDS = {
  atRisk: "renewal at risk",
  watch: "renewal to watch",
  onTrack: "renewal on track",
  cannotSay: "nobody can say how the renewal stands",
} as const;

function decisionNear(reason: ReasonOf<"decisionNear">, said: ReadonlySet<string>): string {
  const rest = reason.signalCodes.filter((code) => !said.has(code)).map(signalWord);
  const words = RENEWAL_WORDS[reason.signal];
  return rest.length > 0 ? `${words}: ${joinWords(rest.slice(0, 3))}` : words;
}

function signerBelowLine(reason: ReasonOf<"signerBelowLine">): string {
  const { person, answer, contrast } = reason;
  const clause = answer ? answerClause(answer) : "is below the line";
  const other = contrast ? `, a ${ROLE_WORDS[contrast.role]} ${answerValue(contrast.answer)}` : "";
  const who = person ? `decision-maker ${person.name}` : "a decision-maker";
  return `${who} ${clause}${other}`;
}

function complaints(reason: ReasonOf<"complaints">): string {
  const open = reason.openDays === null ? "" : `, one open ${formatCount(reason.openDays, "day")}`;
  const about = reason.subject ? `: ${reason.subject}` : "";
  if (reason.count > 1) return `${reason.count} complaints in 180 days${open}`;
  return reason.openDays === null
    ? `a complaint in 180 days${about}`
    : `complaint open ${formatCount(reason.openDays, "day")}${about}`;
}

function buysLess(reason: ReasonOf<"buysLess">, { locale }: ReadAs): string {
  const seen = formatPercent(1 - reason.ratio, locale);
  const proven = formatPercent(1 - reason.provenRatio, locale);
  const beyond = seen === proven ? "" : `, at least ${proven} beyond its usual ups and downs`;
  return `running revenue down ${seen} on a year ago${beyond}`;
}

function lastHeard(on: string | null, as: ReadAs): string {
  return on === null ? "never heard from" : `last heard ${formatDay(on, as.locale, as.asOf)}`;
}

/** One reason in words, without capital or full stop, to be joined with the others. */
export function reasonClause(
  reason: WorklistReasonDto,
  as: ReadAs,
  said: ReadonlySet<string> = new Set(),
): string {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  switch (reason.code) {
    case "noticeGiven":
      return `notice given ${day(reason.on)}${reason.endsOn ? `, ends ${day(reason.endsOn)}` : ""}`;
    case "decisionNear":
      return decisionNear(reason, said);
    case "signerBelowLine":
      return signerBelowLine(reason);
    case "wouldNotChooseAgain":
      return reason.person
        ? `${reason.person.name} would not choose us again`
        : "would not choose us again";
    case "rivalNamed":
      return reason.rival ? `${reason.rival} is named` : "a rival is named";
    case "late":
      return `last order ${formatCount(reason.sinceDays, "day")} ago, usually every ${reason.usualDays}, longest ${reason.longestDays}`;
    case "buysLess":
      return buysLess(reason, as);
    case "complaints":
      return complaints(reason);
    case "promiseOverdue":
      return `promise of ${day(reason.dueOn)} not kept${reason.text ? `: ${reason.text}` : ""}`;
    case "caseOverdue":
      return `case due ${day(reason.dueOn)} still open`;
    case "silent":
      return `asked ${formatTimes(reason.asked)}, no answer; ${lastHeard(reason.lastHeardOn, as)}`;
    case "notAsked": {
      const alone =
        reason.renewedByItself > 0
          ? `renewed ${formatTimes(reason.renewedByItself)} by itself; `
          : "";
      return `${alone}not asked in 180 days, ${lastHeard(reason.lastHeardOn, as)}`;
    }
    case "ownerChanged":
      return `${reason.ownerName ?? "a new owner"} took over ${day(reason.on)}, no conversation since`;
  }
}

/** The reasons of a line as one sentence, most important first, nothing said twice. */
export function reasonSentence(reasons: readonly WorklistReasonDto[], as: ReadAs): string {
  const said = new Set(reasons.flatMap((reason) => SAYS[reason.code] ?? []));
  // The renewal date has its own column: what the customer said or did comes first.
  const isRenewal = (reason: WorklistReasonDto) => reason.code === "decisionNear";
  const ordered = [...reasons.filter((r) => !isRenewal(r)), ...reasons.filter(isRenewal)];
  return sentenceCase(ordered.map((reason) => reasonClause(reason, as, said)).join("; "));
}
