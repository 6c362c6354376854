import { oneStop } from "@/lib/format/count";
import { formatDaysLeft, formatLongDay } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import type { HeadFactDto } from "@/lib/loyalty/account-page.types";
import { reasonSentence } from "@/lib/loyalty/words/reason-words";
import type { WorklistReasonDto } from "@/lib/loyalty/worklist.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type OwnFact = Exclude<HeadFactDto, WorklistReasonDto>;

function isOwnFact(fact: HeadFactDto): fact is OwnFact {
  return ["decision", "lost", "tooNew", "noPurchases", "nothingUrgent"].includes(fact.code);
}

function factSentence(fact: OwnFact, as: ReadAs): string {
  const t = staffWords(as.locale, "account");
  const day = (iso: string) => formatLongDay(iso, as.locale, as.asOf);
  switch (fact.code) {
    case "decision":
      return t("head.decision", {
        date: day(fact.on),
        left: formatDaysLeft(fact.daysLeft, as.locale),
      });
    case "lost":
      return t("head.lost", { date: day(fact.on) });
    case "tooNew":
      return fact.knownFrom
        ? t("head.tooNewUntil", { date: day(fact.knownFrom) })
        : t("head.tooNew");
    case "noPurchases":
    case "nothingUrgent":
      return t(`head.${fact.code}`);
  }
}

/** The page's first line: what counts most about this customer today. */
export function headSentence(facts: readonly HeadFactDto[], as: ReadAs): string {
  const own = facts.filter(isOwnFact).map((fact) => factSentence(fact, as));
  const reasons = facts.filter((fact): fact is WorklistReasonDto => !isOwnFact(fact));
  // The decision has its own sentence; its reason would only repeat that it is near.
  const said = own.length > 0 ? reasons.filter(({ code }) => code !== "decisionNear") : reasons;
  if (said.length > 0) own.push(`${reasonSentence(said, as)}.`);
  return oneStop(own.join(" "));
}
