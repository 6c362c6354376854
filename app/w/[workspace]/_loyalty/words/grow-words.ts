import { sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatAmount, formatMoney, type MoneyFormat, onOneScale } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GrowLineDto, KnownRoomDto, TypicalRoomDto } from "@/lib/loyalty/grow.types";
import type { ReadAs } from "./read-as";

const TYPES_NAMED = 3;

/** With its currency where no heading names it. */
type Say = (minor: number, money: MoneyFormat) => string;

function knownWords(room: KnownRoomDto, as: ReadAs, say: Say): string {
  const t = staffWords(as.locale, "loyalty");
  const range = onOneScale(as, [room.lowMinor, room.highMinor]);
  const low = say(room.lowMinor, range);
  const high = say(room.highMinor, range);
  const amount = low === high ? low : t("grow.range", { low, high });
  const date = formatDay(room.on, as.locale, as.asOf);
  const { productType, provenance } = room;
  return productType === null
    ? t(`grow.elsewhere.${provenance}`, { amount, date })
    : t(`grow.elsewhereOn.${provenance}`, { amount, productType, date });
}

function typicalWords(typical: readonly TypicalRoomDto[], as: ReadAs, say: Say): string[] {
  if (typical.length === 0) return [];
  const t = staffWords(as.locale, "loyalty");
  const types = typical
    .slice(0, TYPES_NAMED)
    .map(({ productType, typicalMinor }) =>
      t("grow.typicalOf", { productType, amount: say(typicalMinor, as) }),
    )
    .join(", ");
  const count = typical.length - TYPES_NAMED;
  return [count > 0 ? t("grow.lacksMore", { types, count }) : t("grow.lacks", { types })];
}

/** "0.5 m to 0.9 m elsewhere on Pumps (asked 3 May); does not have Service 0.4 m (typical of its size)." */
export function roomSentence(line: GrowLineDto, as: ReadAs, say: Say = formatAmount): string {
  const parts = [
    ...line.known.map((room) => knownWords(room, as, say)),
    ...typicalWords(line.typical, as, say),
  ];
  return `${sentenceCase(parts.join("; "))}.`;
}

/** The same where it stands alone: "does not have Service DKK 0.4 m". */
export function roomSentenceAlone(line: GrowLineDto, as: ReadAs): string {
  return roomSentence(line, as, formatMoney);
}
