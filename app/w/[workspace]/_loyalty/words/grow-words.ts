import { formatDay } from "@/lib/format/date";
import { formatAmount } from "@/lib/format/money";
import type { GrowLineDto, KnownRoomDto, TypicalRoomDto } from "@/lib/loyalty/grow.types";
import type { ReadAs } from "./read-as";

const TYPES_NAMED = 3;

function knownWords(room: KnownRoomDto, as: ReadAs): string {
  const low = formatAmount(room.lowMinor, as);
  const high = formatAmount(room.highMinor, as);
  const range = low === high ? low : `${low} to ${high}`;
  const where = room.productType === null ? "elsewhere" : `elsewhere on ${room.productType}`;
  return `${range} ${where} (${room.provenance} ${formatDay(room.on, as.locale, as.asOf)})`;
}

function typicalWords(typical: readonly TypicalRoomDto[], as: ReadAs): string[] {
  if (typical.length === 0) return [];
  const named = typical
    .slice(0, TYPES_NAMED)
    .map((room) => `${room.productType} ${formatAmount(room.typicalMinor, as)}`);
  const others = typical.length - named.length;
  const more = others > 0 ? [`${others} more`] : [];
  return [`does not have ${[...named, ...more].join(", ")} (typical of its size)`];
}

/** "0.5 m to 0.9 m elsewhere on Pumps (asked 3 May); does not have Service 0.4 m (typical of its size)." */
export function roomSentence(line: GrowLineDto, as: ReadAs): string {
  const parts = [
    ...line.known.map((room) => knownWords(room, as)),
    ...typicalWords(line.typical, as),
  ];
  const text = parts.join("; ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
