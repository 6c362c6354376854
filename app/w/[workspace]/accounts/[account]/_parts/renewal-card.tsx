import { DefinitionList } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import type { AccountDto, NegotiationDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { CALL_WORDS, signalWord, VERDICT_WORDS } from "../../../_loyalty/words/signal-words";

type CardProps = { account: AccountDto; as: ReadAs };

function Rounds({ negotiations, as }: { negotiations: readonly NegotiationDto[]; as: ReadAs }) {
  const rounds = [...negotiations].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1)).slice(-3);
  const rows: [string, (round: NegotiationDto) => string][] = [
    ["Days open", (round) => formatNumber(round.daysOpen, as.locale)],
    ["Rounds", (round) => formatNumber(round.rounds, as.locale)],
    ["Discount asked", (round) => formatPercent(round.discountAsked, as.locale)],
    [
      "Granted",
      (round) =>
        round.outcome === "open" && round.discountGranted === null
          ? "open"
          : formatPercent(round.discountGranted, as.locale),
    ],
    ["Rival named", (round) => round.rival ?? "none"],
  ];
  return (
    <table className="mt-1 w-full">
      <caption className="sr-only">Negotiations, oldest first</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <td />
          {rounds.map((round) => (
            <th key={round.openedOn} scope="col" className="py-1.5 pl-3 text-right font-normal">
              {round.outcome === "open" ? "now" : round.openedOn.slice(0, 4)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([word, cell]) => (
          <tr key={word} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {word}
            </th>
            {rounds.map((round, i) => (
              <td
                key={round.openedOn}
                className={`py-1.5 pl-3 text-right ${i === rounds.length - 1 ? "font-semibold" : ""}`}
              >
                {cell(round)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CallAndSignal({ account, as }: CardProps) {
  const { managerCall, signal, signalCodes, callAndSignalDiffer } = account;
  return (
    <div className="mt-2 text-sm">
      <p>
        {managerCall ? (
          <>
            Manager’s call <b className="font-semibold">{CALL_WORDS[managerCall.call]}</b> (
            {formatDay(managerCall.on, as.locale, as.asOf)}
            {managerCall.isOld ? ", over 60 days old" : ""}), signal{" "}
          </>
        ) : (
          "Signal "
        )}
        <b className="font-semibold">{signal ? VERDICT_WORDS[signal] : "not applicable"}</b>.
        {callAndSignalDiffer ? " They differ; both are kept." : ""}
      </p>
      {signalCodes.length > 0 ? (
        <ul className="mt-1 list-disc pl-4 text-ink-2">
          {signalCodes.map((code) => (
            <li key={code}>{signalWord(code)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Accounts without a contract have a rhythm instead of a renewal. */
function OrderingCard({ account, as }: CardProps) {
  const { rhythm } = account.behaviour;
  const days = (count: number) => `${formatNumber(count, as.locale)} days`;
  return (
    <Card id="renewal" title="Ordering" note="Against its own rhythm, not a common one">
      {rhythm.status === null ? (
        <p className="text-ink-2">Three gaps between orders make a rhythm.</p>
      ) : (
        <DefinitionList
          rows={[
            { term: "Usual interval", description: days(rhythm.usualDays) },
            { term: "Longest so far", description: days(rhythm.longestDays) },
            { term: "Since last order", description: days(rhythm.sinceDays) },
            { term: "Late from", description: formatDay(rhythm.lateOn, as.locale, as.asOf) },
            {
              term: "Counts as lost from",
              description: formatDay(rhythm.lostOn, as.locale, as.asOf),
            },
          ]}
        />
      )}
    </Card>
  );
}

export function RenewalCard({ account, as }: CardProps) {
  const active = account.contracts.filter((contract) => contract.isActive);
  if (active.length === 0 && account.negotiations.length === 0) {
    return <OrderingCard account={account} as={as} />;
  }
  const next = active
    .filter((contract) => contract.decisionOn !== null)
    .sort((a, b) => ((a.decisionOn ?? "") < (b.decisionOn ?? "") ? -1 : 1))[0];
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const note = [
    next?.decisionOn ? `Decision by ${day(next.decisionOn)}` : null,
    next?.renewsOn ? `renews ${day(next.renewsOn)}` : null,
    account.boundUntil ? `bound until ${day(account.boundUntil)}` : null,
    account.signalCodes.includes("W5") ? "tougher than last time" : null,
  ];
  return (
    <Card id="renewal" title="Renewal" note={note.filter(Boolean).join(" · ") || "No date agreed"}>
      {account.negotiations.length > 0 ? (
        <Rounds negotiations={account.negotiations} as={as} />
      ) : (
        <p className="text-ink-2">No negotiation is recorded.</p>
      )}
      <CallAndSignal account={account} as={as} />
    </Card>
  );
}
