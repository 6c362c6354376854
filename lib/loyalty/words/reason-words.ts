import { joinWords, sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatDays, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { WorklistReasonDto } from "../worklist.types";
import { answerCode, answerValue } from "./answer-words";
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
const SIGNALS_NAMED = 3;

const words = ({ locale }: ReadAs) => staffWords(locale, "loyalty");

/** A part of a sentence that is said only where it is known. */
function named(text: string | null | undefined): { is: "yes" | "no"; text: string } {
  return { is: text ? "yes" : "no", text: text ?? "" };
}

function decisionNear(
  reason: ReasonOf<"decisionNear">,
  said: ReadonlySet<string>,
  as: ReadAs,
): string {
  const t = words(as);
  const renewal = t(`reasons.renewal.${reason.signal}`);
  const rest = reason.signalCodes.filter((code) => !said.has(code)).slice(0, SIGNALS_NAMED);
  if (rest.length === 0) return renewal;
  const signals = joinWords(
    rest.map((code) => signalWord(code, as.locale)),
    as.locale,
  );
  return t("reasons.renewalBecause", { renewal, signals });
}

function signerBelowLine(reason: ReasonOf<"signerBelowLine">, as: ReadAs): string {
  const { person, answer, contrast } = reason;
  const who = named(person?.name);
  const code = answer && answer.value === null ? answerCode(answer) : "value";
  return words(as)("reasons.signerBelowLine", {
    named: who.is,
    name: who.text,
    said: answer ? code : "belowLine",
    value: answer ? answerValue(answer, as.locale) : "",
    contrast: contrast?.role ?? "none",
    contrastValue: contrast ? answerValue(contrast.answer, as.locale) : "",
  });
}

function complaints({ count, openDays, subject }: ReasonOf<"complaints">, as: ReadAs): string {
  const t = words(as);
  const about = named(subject);
  const of = { about: about.is, subject: about.text };
  if (count > 1) {
    return openDays === null
      ? t("reasons.complaints", { count })
      : t("reasons.complaintsOpen", { count, open: openDays });
  }
  return openDays === null
    ? t("reasons.complaint", of)
    : t("reasons.complaintOpen", { ...of, open: openDays });
}

function buysLess(reason: ReasonOf<"buysLess">, as: ReadAs): string {
  const seen = formatPercent(1 - reason.ratio, as.locale);
  const proven = formatPercent(1 - reason.provenRatio, as.locale);
  return seen === proven
    ? words(as)("reasons.buysLess", { seen })
    : words(as)("reasons.buysLessProven", { seen, proven });
}

function lastHeard(on: string | null, as: ReadAs): string {
  if (on === null) return words(as)("reasons.neverHeard");
  return words(as)("reasons.lastHeard", { date: formatDay(on, as.locale, as.asOf) });
}

function notAsked({ renewedByItself, lastHeardOn }: ReasonOf<"notAsked">, as: ReadAs): string {
  const heard = lastHeard(lastHeardOn, as);
  return renewedByItself > 0
    ? words(as)("reasons.notAskedRenewed", { times: renewedByItself, heard })
    : words(as)("reasons.notAsked", { heard });
}

/** One reason in words, without capital or full stop, to be listed with the others. */
export function reasonClause(
  reason: WorklistReasonDto,
  as: ReadAs,
  said: ReadonlySet<string> = new Set(),
): string {
  const t = words(as);
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  switch (reason.code) {
    case "noticeGiven": {
      const end = named(reason.endsOn && day(reason.endsOn));
      return t("reasons.noticeGiven", { on: day(reason.on), hasEnd: end.is, end: end.text });
    }
    case "decisionNear":
      return decisionNear(reason, said, as);
    case "signerBelowLine":
      return signerBelowLine(reason, as);
    case "wouldNotChooseAgain": {
      const who = named(reason.person?.name);
      return t("reasons.wouldNotChooseAgain", { named: who.is, name: who.text });
    }
    case "rivalNamed": {
      const rival = named(reason.rival);
      return t("reasons.rivalNamed", { named: rival.is, rival: rival.text });
    }
    case "late": {
      const { sinceDays: since, longestDays: longest } = reason;
      const usual = formatDays(reason.usualDays, as.locale);
      return t("reasons.late", { since, usual, longest });
    }
    case "buysLess":
      return buysLess(reason, as);
    case "complaints":
      return complaints(reason, as);
    case "promiseOverdue": {
      const about = named(reason.text);
      const due = day(reason.dueOn);
      return t("reasons.promiseOverdue", { due, about: about.is, text: about.text });
    }
    case "caseOverdue":
      return t("reasons.caseOverdue", { due: day(reason.dueOn) });
    case "silent": {
      const heard = lastHeard(reason.lastHeardOn, as);
      return t("reasons.silent", { asked: reason.asked, heard });
    }
    case "notAsked":
      return notAsked(reason, as);
    case "ownerChanged": {
      const owner = named(reason.ownerName);
      return t("reasons.ownerChanged", { on: day(reason.on), named: owner.is, name: owner.text });
    }
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
