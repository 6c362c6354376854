import { formatCount, joinWords } from "@/lib/format/count";
import { formatClose } from "@/lib/format/date";
import { formatAmount, formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import type { HeadlineDto, MovementDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./read-as";

type NotProven = Extract<HeadlineDto, { kind: "notProven" }>;

function partsOfNotProven(headline: NotProven, as: ReadAs): string {
  const parts = [
    { minor: headline.unhappyMinor, word: "unhappy" },
    { minor: headline.lukewarmMinor, word: "lukewarm" },
    { minor: headline.unheardMinor, word: "not heard from" },
  ].filter((part) => part.minor > 0);
  const sentences = [
    parts.map((part) => `${formatAmount(part.minor, as)} ${part.word}`).join(", "),
  ];
  const { lockedIn, captiveMinor } = headline;
  if (lockedIn && lockedIn.totalMinor > 0) {
    sentences.push(
      `${formatMoney(lockedIn.totalMinor, as)} would not clearly choose us again if changing were free (${formatPercent(lockedIn.askedShare, as.locale)} asked)`,
    );
  }
  if (captiveMinor !== null && captiveMinor > 0) {
    sentences.push(`${formatMoney(captiveMinor, as)} say they have no real alternative`);
  }
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${sentence}.`)
    .join(" ");
}

const NOTHING_YET = {
  noAccounts: {
    title: "There are no customers here yet.",
    parts: "Import accounts and orders, and this page will say who stays and who wants to.",
  },
  noActiveAccounts: {
    title: "No account here is active on this date.",
    parts:
      "No contract runs and nothing was ordered in the last 12 months. Try another date or filter.",
  },
  emptySegment: {
    title: "No account matches this filter.",
    parts: "Choose another segment or owner, or show all accounts.",
  },
} as const;

/** The page's first line, and its parts: never "at risk", never "do not want to". */
export function headlineWords(headline: HeadlineDto, as: ReadAs): { title: string; parts: string } {
  switch (headline.kind) {
    case "notProven":
      return {
        title: `Customers worth ${formatMoney(headline.notProvenMinor, as)} stay, but have not said they want to.`,
        parts: partsOfNotProven(headline, as),
      };
    case "allProven":
      return {
        title: `Every customer that stays has said so: ${formatMoney(headline.stayingMinor, as)}.`,
        parts: "All of the running revenue that stays comes from customers who said they want to.",
      };
    case "nobodyAsked":
      return {
        title: `Customers worth ${formatMoney(headline.stayingMinor, as)} stay. Nobody has asked whether they want to.`,
        parts: `${formatMoney(headline.runningMinor, as)} running revenue in all, ${formatAmount(headline.fallingMinor, as)} of it from customers who buy clearly less. Ask them, and this page can tell who stays because they want to.`,
      };
    case "nothingYet":
      return NOTHING_YET[headline.reason];
  }
}

/** "Since Q3 2026: 6 accounts moved, 3 now heard from and 2 no longer known." */
export function movementWords(movement: MovementDto, as: ReadAs): string | null {
  const { moved, nowHeard, noLongerKnown } = movement;
  if (moved + nowHeard + noLongerKnown === 0) return null;
  const parts = [
    moved > 0 ? `${formatCount(moved, "account")} moved` : null,
    nowHeard > 0 ? `${nowHeard} now heard from` : null,
    noLongerKnown > 0 ? `${noLongerKnown} no longer known` : null,
  ].filter((part) => part !== null);
  return `Since ${formatClose(movement.since, as.locale)}: ${joinWords(parts)}.`;
}
