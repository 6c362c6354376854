import Link from "next/link";
import { ShareBar } from "@/components/charts/share-bar";
import { StateDot } from "@/components/metrics/state-dot";
import { STATE_WORDS } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/lib/format/count";
import { formatInScale, formatMoney, type MoneyScale, moneyColumn } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
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

const PART_WORDS: Record<StateTotalDto["parts"][number]["key"], string> = {
  unhappy: "unhappy",
  lukewarm: "lukewarm",
  noticeGiven: "notice given",
  staysUnheard: "stays unheard",
};

const KEEPS_COMING: readonly [keyof KeepsComingDto, string][] = [
  ["chosenMinor", "Chosen in 12 months"],
  ["byItselfMinor", "By itself"],
  ["olderContractMinor", "Under an older contract"],
  ["notRecordedMinor", "Not recorded"],
];

/** Where nobody records how orders were chosen, the whole list would be "not recorded". */
function isRecorded({ chosenMinor, byItselfMinor, olderContractMinor }: KeepsComingDto): boolean {
  return chosenMinor > 0 || byItselfMinor > 0 || olderContractMinor > 0;
}

/** Where the share of revenue would lie if other accounts like these had been the customers. */
function doubtOf({ interval }: StateTotalDto, as: ReadAs): string {
  if (interval === null) return "";
  const low = formatPercent(interval.low, as.locale);
  const high = formatPercent(interval.high, as.locale);
  return low === high ? "" : `; share between ${low} and ${high}`;
}

function noteOf(total: StateTotalDto, scale: MoneyScale, as: ReadAs): string {
  const parts = total.parts
    .filter((part) => part.accounts > 0)
    .map((part) => `${formatInScale(part.revenueMinor, scale, as)} ${PART_WORDS[part.key]}`);
  const accounts = formatCount(total.accounts, "account", "accounts", as.locale);
  const doubt = doubtOf(total, as);
  if (parts.length > 0) return `${accounts}: ${parts.join(", ")}${doubt}`;
  if (total.accounts === 0) return `no account${doubt}`;
  return `${accounts}, ${STATE_WORDS[total.state].meaning}${doubt}`;
}

function StateRow(props: { total: StateTotalDto; scale: MoneyScale; as: ReadAs; href: string }) {
  const { total, scale, as } = props;
  return (
    <li className="grid grid-cols-[1fr_auto_3.2rem] gap-x-3 border-b border-line py-2.5">
      <Link href={props.href} className="hover:underline">
        <StateDot state={total.state} />
      </Link>
      <span className="text-right">{formatInScale(total.revenueMinor, scale, as)}</span>
      <span className="text-right text-ink-2">{formatPercent(total.share, as.locale)}</span>
      <span className="col-span-3 pl-3.5 text-sm text-ink-3">{noteOf(total, scale, as)}</span>
    </li>
  );
}

export function RevenueByState(props: RevenueByStateProps) {
  const { states, keepsComing, runningMinor, as } = props;
  const scale = moneyColumn([runningMinor], as.currency);
  const label = states
    .map((s) => `${STATE_WORDS[s.state].word} ${formatPercent(s.share, as.locale)}`)
    .join(", ");
  return (
    <Card
      id="states"
      title="Running revenue by state"
      note={`${formatMoney(runningMinor, as)}, constant currency`}
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
          <h3 className="mt-4 font-semibold">How it keeps coming</h3>
          <ul>
            {KEEPS_COMING.map(([key, word]) => (
              <li
                key={key}
                className="flex justify-between gap-3 border-b border-line py-2 last:border-b-0"
              >
                <span>{word}</span>
                <span>{formatInScale(keepsComing[key], scale, as)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
