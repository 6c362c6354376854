import { oneStop } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatChange, formatDays, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountDto, BehaviourDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";

const words = ({ locale }: ReadAs) => staffWords(locale, "account");
const NOTES = { tooLumpyToSay: "lumpy", noRealChange: "same" } as const;

function keptSentence(behaviour: BehaviourDto, as: ReadAs): string | null {
  const { kept, isIndexed, contractMinor, orderMinor } = behaviour;
  if (kept.ratio === null) return null;
  const of = {
    what: orderMinor === 0 ? "contract" : contractMinor === 0 ? "orders" : "both",
    note: kept.note === null ? "none" : NOTES[kept.note],
  };
  const isSteady = Math.abs(kept.ratio - 1) < 0.005;
  if (isSteady) return words(as)("kept.steady", of);
  const change = formatChange(kept.ratio - 1, as.locale);
  return words(as)("kept.changed", { ...of, change, indexed: isIndexed ? "yes" : "no" });
}

function renewalSentence(behaviour: BehaviourDto, as: ReadAs): string | null {
  const { renewedByItself: alone, renewedBySignature: signed } = behaviour;
  if (signed > 0 && alone > 0) return words(as)("renewed.both", { signed, alone });
  if (signed > 0) return words(as)("renewed.signed", { signed });
  return alone > 0 ? words(as)("renewed.alone", { alone }) : null;
}

/** "Last order 94 days ago, usually every 31, longest 48. Late since 31 Aug; counts as lost from 1 Nov." */
export function rhythmSentence({ rhythm }: BehaviourDto, as: ReadAs): string | null {
  const t = words(as);
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (rhythm.status === null) {
    if (rhythm.reason === "noOrders" || rhythm.lastOrderOn === null) return null;
    return oneStop(t("rhythm.none", { date: day(rhythm.lastOrderOn) }));
  }
  const { sinceDays: since, longestDays: longest } = rhythm;
  const usual = formatDays(rhythm.usualDays, as.locale);
  const base = t("rhythm.usual", { since, usual, longest });
  const dates = { late: day(rhythm.lateOn), lost: day(rhythm.lostOn) };
  return oneStop(`${base} ${t(`rhythm.${rhythm.status}`, dates)}`);
}

function tooNewSentence({ reason, knownFrom }: BehaviourDto, as: ReadAs): string | null {
  if (reason === "historyTooShort") return words(as)("known.tooYoung");
  if (reason !== "tooNew") return null;
  return knownFrom
    ? oneStop(words(as)("known.tooNewFrom", { date: formatDay(knownFrom, as.locale, as.asOf) }))
    : words(as)("known.tooNew");
}

/** Everything the behaviour score rests on, in sentences. */
export function behaviourSentences(behaviour: BehaviourDto, as: ReadAs): string[] {
  const { isShortHistory, windowMonths: months } = behaviour;
  return [
    tooNewSentence(behaviour, as),
    keptSentence(behaviour, as),
    renewalSentence(behaviour, as),
    rhythmSentence(behaviour, as),
    isShortHistory ? words(as)("known.short", { months }) : null,
  ].filter((sentence) => sentence !== null);
}

const WAYS_OF_COMING = ["chosen", "byItself", "olderContract", "notRecorded"] as const;

/** "62 % chosen, 38 % by itself": the largest share first. */
export function keepsComingWords({ keepsComing, runningMinor }: AccountDto, as: ReadAs): string {
  const t = words(as);
  if (runningMinor <= 0) return t("behaviour.nothingRuns");
  return WAYS_OF_COMING.flatMap((key) => {
    const share = keepsComing[key];
    return share !== null && share > 0 ? [{ key, share }] : [];
  })
    .sort((a, b) => b.share - a.share)
    .map(({ key, share }) =>
      t(`behaviour.coming.${key}`, { share: formatPercent(share, as.locale) }),
    )
    .join(", ");
}

/** "40 % to 60 %, asked 3 May" */
export function walletWords({ shareOfWallet }: AccountDto, as: ReadAs): string {
  const t = words(as);
  if (!shareOfWallet) return t("behaviour.walletUnknown");
  const { provenance, isStale } = shareOfWallet;
  const low = formatPercent(shareOfWallet.low, as.locale);
  const high = formatPercent(shareOfWallet.high, as.locale);
  const range = low === high ? low : t("behaviour.range", { low, high });
  const date = formatDay(shareOfWallet.on, as.locale, as.asOf);
  return t(`behaviour.${isStale ? "walletStale" : "walletBy"}.${provenance}`, { range, date });
}
