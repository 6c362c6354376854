import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { MondayLine } from "@/lib/mail/mail-kinds";
import type { ReadAs } from "../words/read-as";
import { reasonSentence } from "../words/reason-words";
import type { WorklistLineDto } from "../worklist.types";

function byWhen({ byWhen: when }: WorklistLineDto, as: ReadAs): string | null {
  if (when === null) return null;
  const what = staffWords(as.locale, "loyalty")(`worklist.byWhen.${when.kind}`);
  return `${formatDay(when.on, as.locale, as.asOf)}, ${what}`;
}

export function mondayLine(line: WorklistLineDto, as: ReadAs): MondayLine {
  return {
    accountId: line.account.id,
    account: line.account.name,
    byWhen: byWhen(line, as),
    atRisk: formatMoney(line.atRiskMinor, as),
    why: reasonSentence(line.reasons, as),
  };
}
