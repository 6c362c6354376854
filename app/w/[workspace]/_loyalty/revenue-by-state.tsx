import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { StateDot } from "@/components/metrics/state-dot";
import { stateMeaning, stateWord } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatInScale, formatMoney, type MoneyScale, moneyColumn } from "@/lib/format/money";
import { formatPart, formatPercent, percentEnds, THIN } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { KeepsComingDto, StateTotalDto } from "@/lib/loyalty/figures.types";
import type { ReadAs } from "./words/read-as";

type RevenueByStateProps = {
  states: readonly StateTotalDto[];
  keepsComing: KeepsComingDto | null;
  runningMinor: number;
  as: ReadAs;
  /** The accounts in one state, with the filter of this page. */
  stateHref: (state: string) => string;
};

const KEEPS_COMING = [
  "chosenMinor",
  "byItselfMinor",
  "olderContractMinor",
  "notRecordedMinor",
] as const satisfies (keyof KeepsComingDto)[];

/** Where nobody records how orders were chosen, the whole list would be "not recorded". */
function isRecorded({ chosenMinor, byItselfMinor, olderContractMinor }: KeepsComingDto): boolean {
  return chosenMinor > 0 || byItselfMinor > 0 || olderContractMinor > 0;
}

/** Where the share of revenue would lie if other accounts like these had been the customers. */
function doubtOf({ interval }: StateTotalDto, as: ReadAs): string | null {
  if (interval === null) return null;
  const ends = percentEnds(interval, as.locale);
  if (ends.high.startsWith(ends.low + THIN)) return null;
  return staffWords(as.locale, "loyalty")("measure.between", ends);
}

function madeOf(total: StateTotalDto, scale: MoneyScale, as: ReadAs): string {
  const t = staffWords(as.locale, "loyalty");
  const count = total.accounts;
  if (total.reason !== null) return t("states.unknown");
  const parts = total.parts
    .filter((part) => part.accounts > 0)
    .map(({ key, revenueMinor }) =>
      t(`states.parts.${key}`, { amount: formatInScale(revenueMinor, scale, as) }),
    );
  if (parts.length > 0) return t("states.ofParts", { count, parts: parts.join(", ") });
  if (count === 0) return t("states.none");
  return t("states.meaning", { count, meaning: stateMeaning(total.state, as.locale) });
}

function StateRow(props: { total: StateTotalDto; scale: MoneyScale; as: ReadAs; href: string }) {
  const { total, scale, as } = props;
  const t = staffWords(as.locale, "loyalty");
  const doubt = doubtOf(total, as);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-3 border-b border-line py-2.5 last:border-b-0">
      <Link href={props.href} className="hover:underline">
        <StateDot state={total.state} />
      </Link>
      <span className="text-right">
        {formatInScale(total.reason === null ? total.revenueMinor : null, scale, as)}
      </span>
      <span className="w-11 text-right text-ink-2">{formatPart(total.share, as.locale)}</span>
      <div className="col-span-3 flex justify-between gap-x-3 pl-3.5 text-sm text-ink-3">
        <span>{madeOf(total, scale, as)}</span>
        {doubt ? (
          <span className="whitespace-nowrap">
            <span className="sr-only">{t("states.doubt")} </span>
            {doubt}
          </span>
        ) : null}
      </div>
    </li>
  );
}

export function RevenueByState(props: RevenueByStateProps) {
  const t = useTranslations("loyalty");
  const { states, keepsComing, runningMinor, as } = props;
  const scale = moneyColumn([runningMinor], as.currency);
  const label = states
    .map((s) =>
      t("states.share", {
        state: stateWord(s.state, as.locale),
        share: formatPercent(s.share, as.locale),
      }),
    )
    .join(", ");
  return (
    <Card
      id="states"
      title={t("states.title")}
      note={t("states.note", { amount: formatMoney(runningMinor, as) })}
    >
      <ShareBar
        label={label}
        parts={states.map((s) => ({ key: s.state, tone: s.state, value: s.revenueMinor }))}
      />
      <ul className="mt-1.5">
        {states.map((total) => (
          <StateRow
            key={total.state}
            total={total}
            scale={scale}
            as={as}
            href={props.stateHref(total.state)}
          />
        ))}
      </ul>
      {keepsComing && isRecorded(keepsComing) ? (
        <>
          <h3 className="mt-4 font-semibold">{t("keepsComing.title")}</h3>
          <ul>
            {KEEPS_COMING.map((key) => (
              <li
                key={key}
                className="flex justify-between gap-3 border-b border-line py-2 last:border-b-0"
              >
                <span>{t(`keepsComing.${key}`)}</span>
                <span>{formatInScale(keepsComing[key], scale, as)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
