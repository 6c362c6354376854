import { joinWords } from "@/lib/format/count";
import { formatClose, formatDay } from "@/lib/format/date";
import { formatAmount, formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { HeadlineDto, MovementDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./read-as";

type NotProven = Extract<HeadlineDto, { kind: "notProven" }>;

function partsOfNotProven(headline: NotProven, as: ReadAs): string {
  const t = staffWords(as.locale, "loyalty");
  const { unhappyMinor, lukewarmMinor, unheardMinor, lockedIn, captiveMinor } = headline;
  const parts = [
    {
      minor: unhappyMinor,
      said: t("headline.unhappy", { amount: formatAmount(unhappyMinor, as) }),
    },
    {
      minor: lukewarmMinor,
      said: t("headline.lukewarm", { amount: formatAmount(lukewarmMinor, as) }),
    },
    {
      minor: unheardMinor,
      said: t("headline.unheard", { amount: formatAmount(unheardMinor, as) }),
    },
  ].filter((part) => part.minor > 0);
  const sentences = [`${parts.map(({ said }) => said).join(", ")}.`];
  if (lockedIn && lockedIn.totalMinor > 0) {
    const amount = formatMoney(lockedIn.totalMinor, as);
    const share = formatPercent(lockedIn.askedShare, as.locale);
    sentences.push(t("headline.lockedIn", { amount, share }));
  }
  if (captiveMinor !== null && captiveMinor > 0)
    sentences.push(t("headline.captive", { amount: formatMoney(captiveMinor, as) }));
  return sentences.filter((sentence) => sentence !== ".").join(" ");
}

/** The page's first line, and its parts: never "at risk", never "do not want to". */
export function headlineWords(headline: HeadlineDto, as: ReadAs): { title: string; parts: string } {
  const t = staffWords(as.locale, "loyalty");
  const money = (minor: number) => ({ amount: formatMoney(minor, as) });
  switch (headline.kind) {
    case "notProven":
      return {
        title: t("headline.notProven", money(headline.notProvenMinor)),
        parts: partsOfNotProven(headline, as),
      };
    case "allProven":
      return {
        title: t("headline.allProven", money(headline.stayingMinor)),
        parts: t("headline.allProvenParts"),
      };
    case "nobodyAsked":
      return {
        title: t("headline.nobodyAsked", money(headline.stayingMinor)),
        parts: t("headline.nobodyAskedParts", {
          running: formatMoney(headline.runningMinor, as),
          falling: formatAmount(headline.fallingMinor, as),
        }),
      };
    case "nothingYet":
      return {
        title: t(`headline.${headline.reason}`),
        parts: t(`headline.${headline.reason}Parts`),
      };
  }
}

/** "Since Q3 2026: 6 accounts moved, 3 now heard from and 2 no longer known." */
export function movementWords(movement: MovementDto, as: ReadAs): string | null {
  const t = staffWords(as.locale, "loyalty");
  const { moved, nowHeard, noLongerKnown, cutsChangedOn } = movement;
  if (cutsChangedOn !== null) {
    const date = formatDay(cutsChangedOn, as.locale, as.asOf);
    return t("movement.cutsChanged", { date });
  }
  if (moved + nowHeard + noLongerKnown === 0) return null;
  const parts = [
    moved > 0 ? t("movement.moved", { count: moved }) : null,
    nowHeard > 0 ? t("movement.nowHeard", { count: nowHeard }) : null,
    noLongerKnown > 0 ? t("movement.noLongerKnown", { count: noLongerKnown }) : null,
  ].filter((part) => part !== null);
  const what = joinWords(parts, as.locale);
  return t("movement.since", { date: formatClose(movement.since, as.locale), what });
}
