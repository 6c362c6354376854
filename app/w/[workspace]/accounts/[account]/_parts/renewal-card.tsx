import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/metrics/definition-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import type { AccountDto, NegotiationDto } from "@/lib/loyalty/account-page.types";
import { signalWord } from "@/lib/loyalty/words/signal-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type CardProps = { account: AccountDto; as: ReadAs };

function Rounds({ negotiations, as }: { negotiations: readonly NegotiationDto[]; as: ReadAs }) {
  const t = useTranslations("account.renewal");
  const rounds = [...negotiations].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1)).slice(-3);
  const rows: [string, (round: NegotiationDto) => string][] = [
    [t("daysOpen"), (round) => formatNumber(round.daysOpen, as.locale)],
    [t("rounds"), (round) => formatNumber(round.rounds, as.locale)],
    [t("asked"), (round) => formatPercent(round.discountAsked, as.locale)],
    [
      t("granted"),
      (round) =>
        round.outcome === "open" && round.discountGranted === null
          ? t("open")
          : formatPercent(round.discountGranted, as.locale),
    ],
    [t("rival"), (round) => round.rival ?? t("noRival")],
  ];
  return (
    <table className="mt-1 w-full">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <td />
          {rounds.map((round) => (
            <th key={round.openedOn} scope="col" className="py-1.5 pl-3 text-right font-normal">
              {round.outcome === "open" ? t("now") : round.openedOn.slice(0, 4)}
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
  const t = useTranslations();
  const { managerCall, signalCodes, callAndSignalDiffer } = account;
  const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>;
  const signal = account.signal
    ? t(`loyalty.verdicts.${account.signal}`)
    : t("account.renewal.notApplicable");
  return (
    <div className="mt-2 text-sm">
      <p>
        {managerCall
          ? t.rich(managerCall.isOld ? "account.renewal.callOld" : "account.renewal.call", {
              b,
              signal,
              call: t(`loyalty.calls.${managerCall.call}`),
              date: formatDay(managerCall.on, as.locale, as.asOf),
            })
          : t.rich("account.renewal.signal", { b, signal })}
        {callAndSignalDiffer ? ` ${t("account.renewal.differ")}` : ""}
      </p>
      {signalCodes.length > 0 ? (
        <ul className="mt-1 list-disc pl-4 text-ink-2">
          {signalCodes.map((code) => (
            <li key={code}>{signalWord(code, as.locale)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type RenewalCardProps = CardProps & { path: string; canLog: boolean };

/** A negotiation that is open goes on in place; else a new one begins. */
function NegotiationLink({ account, path }: { account: AccountDto; path: string }) {
  const t = useTranslations("account.renewal");
  const open = account.negotiations.find(({ outcome }) => outcome === "open");
  return (
    <LinkButton size="small" href={`${path}?negotiation=${open?.id ?? "new"}#negotiation`}>
      {open ? t("goesOn") : t("begin")}
    </LinkButton>
  );
}

/** Accounts without a contract have a rhythm instead of a renewal. */
function OrderingCard({ account, as }: CardProps) {
  const t = useTranslations("account.ordering");
  const { rhythm } = account.behaviour;
  const days = (count: number) => t("days", { days: count });
  return (
    <Card id="renewal" title={t("title")} note={t("note")}>
      {rhythm.status === null ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <DefinitionList
          rows={[
            { term: t("usual"), description: days(rhythm.usualDays) },
            { term: t("longest"), description: days(rhythm.longestDays) },
            { term: t("since"), description: days(rhythm.sinceDays) },
            { term: t("lateFrom"), description: formatDay(rhythm.lateOn, as.locale, as.asOf) },
            {
              term: t("lostFrom"),
              description: formatDay(rhythm.lostOn, as.locale, as.asOf),
            },
          ]}
        />
      )}
    </Card>
  );
}

export function RenewalCard({ account, as, path, canLog }: RenewalCardProps) {
  const t = useTranslations("account.renewal");
  const active = account.contracts.filter((contract) => contract.isActive);
  if (active.length === 0 && account.negotiations.length === 0) {
    return <OrderingCard account={account} as={as} />;
  }
  const next = active
    .filter((contract) => contract.decisionOn !== null)
    .sort((a, b) => ((a.decisionOn ?? "") < (b.decisionOn ?? "") ? -1 : 1))[0];
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const note = [
    next?.decisionOn ? t("decisionBy", { date: day(next.decisionOn) }) : null,
    next?.renewsOn ? t("renews", { date: day(next.renewsOn) }) : null,
    account.boundUntil ? t("bound", { date: day(account.boundUntil) }) : null,
    account.signalCodes.includes("W5") ? t("tougher") : null,
  ];
  return (
    <Card
      id="renewal"
      title={t("title")}
      note={note.filter(Boolean).join(" · ") || t("noDate")}
      actions={
        canLog && account.contracts.length > 0 ? (
          <NegotiationLink account={account} path={path} />
        ) : null
      }
    >
      {account.negotiations.length > 0 ? (
        <Rounds negotiations={account.negotiations} as={as} />
      ) : (
        <p className="text-ink-2">{t("noNegotiation")}</p>
      )}
      <CallAndSignal account={account} as={as} />
    </Card>
  );
}
