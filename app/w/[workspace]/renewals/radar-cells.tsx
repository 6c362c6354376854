import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, stateReason } from "@/components/metrics/state-words";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { NegotiationDto } from "@/lib/loyalty/account-page.types";
import type { RenewalRowDto } from "@/lib/loyalty/renewals.types";
import { signalWord } from "@/lib/loyalty/words/signal-words";
import { CallForm } from "../_loyalty/call-form";
import { accountPath, withQuery, workspacePath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";

/** What every cell of a row is read with. */
export type RowProps = { row: RenewalRowDto; as: ReadAs; workspace: string };

const SMALL = "block text-sm text-ink-2";

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return (
    <span>
      {lines.filter(Boolean).map((line, index) => (
        <span key={index} className={index === 0 ? "block" : SMALL}>
          {line}
        </span>
      ))}
    </span>
  );
}

export function DecisionCell({ row, as }: RowProps) {
  const t = useTranslations("loyalty.decisions");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  return (
    <Lines
      lines={[
        day(row.decisionOn),
        <b key="left" className={row.daysLeft <= 30 ? "font-semibold text-ink" : "font-normal"}>
          {formatDaysLeft(row.daysLeft, as.locale)}
        </b>,
        row.renewsOn ? t("renews", { date: day(row.renewsOn) }) : null,
      ]}
    />
  );
}

export function AccountCell({ row, as, workspace }: RowProps) {
  return (
    <div>
      <Link href={accountPath(workspace, row.account.id)} className="font-semibold hover:underline">
        {row.account.name}
      </Link>
      <span className={SMALL}>{row.name}</span>
      {row.state ? (
        <span className={SMALL}>
          <StateDot state={row.state.state}>{stateInWords(row.state, as.locale)}</StateDot>
        </span>
      ) : null}
    </div>
  );
}

export function HeardCell({ row, as }: RowProps) {
  const t = useTranslations("renewals");
  const score =
    row.attitude === null
      ? row.attitudeReason === null
        ? t("notKnown")
        : stateReason(row.attitudeReason, as.locale)
      : formatScore(row.attitude, as.locale);
  const heard = row.lastHeardOn
    ? t("lastHeard", { date: formatDay(row.lastHeardOn, as.locale, as.asOf) })
    : t("neverHeard");
  return (
    <Lines
      lines={[
        score,
        row.roles === 0 ? t("noRoles") : t("rolesOf", { heard: row.rolesHeard, roles: row.roles }),
        row.roles > 0 && !row.hasDecisionMaker ? t("noDecisionMaker") : null,
        row.silence ? `${t(`silence.${row.silence}`)}, ${heard}` : heard,
      ]}
    />
  );
}

export function TroubleCell({ row, as }: RowProps) {
  const t = useTranslations("renewals");
  const a = useTranslations("account.behaviour");
  const { wallet } = row;
  const share = (value: number) => formatPercent(value, as.locale);
  const date = wallet ? formatDay(wallet.on, as.locale, as.asOf) : "";
  const range = wallet
    ? wallet.low === wallet.high
      ? share(wallet.low)
      : a("range", { low: share(wallet.low), high: share(wallet.high) })
    : "";
  return (
    <Lines
      lines={[
        t("complaints", { count: row.complaintsInYear, open: row.complaintsOpen }),
        wallet
          ? t("wallet", { range: a(`walletBy.${wallet.provenance}`, { range, date }) })
          : t("walletNotKnown"),
      ]}
    />
  );
}

export function NegotiationCell({ row, as }: RowProps) {
  const t = useTranslations("renewals");
  const { negotiation: now, negotiationBefore: before } = row;
  if (!now) return <span className="text-ink-3">{t("noNegotiation")}</span>;
  const was = <T,>(of: (round: NegotiationDto) => T | null, say: (value: T) => string) => {
    const value = before ? of(before) : null;
    return value === null ? "none" : say(value);
  };
  const share = (value: number) => formatPercent(value, as.locale);
  return (
    <Lines
      lines={[
        `${t(`stands.${now.outcome}`)}, ${t("days", { now: now.daysOpen, before: was((round) => round.daysOpen, String) })}`,
        now.rounds === null
          ? null
          : t("rounds", { now: now.rounds, before: was((round) => round.rounds, String) }),
        now.discountAsked === null
          ? null
          : t("asked", {
              now: share(now.discountAsked),
              before: was((round) => round.discountAsked, share),
            }),
        now.discountGranted === null
          ? null
          : t("granted", {
              now: share(now.discountGranted),
              before: was((round) => round.discountGranted, share),
            }),
        now.rival ? t("rivalNamed", { rival: now.rival }) : null,
      ]}
    />
  );
}

export function SignalCell({ row, as }: RowProps) {
  const t = useTranslations("loyalty.verdicts");
  return (
    <Lines
      lines={[
        <b key="verdict" className="font-semibold">
          {t(row.signal)}
        </b>,
        row.signalCodes.map((code) => signalWord(code, as.locale)).join(", "),
      ]}
    />
  );
}

type CallCellProps = RowProps & {
  canCall: boolean;
  isOpen: boolean;
  /** Filters of the page, which the form brings back. */
  query: Record<string, string | undefined>;
};

export function CallCell({ row, as, workspace, canCall, isOpen, query }: CallCellProps) {
  const t = useTranslations("renewals.call");
  const said = useTranslations("loyalty.calls");
  const path = workspacePath(workspace, "renewals");
  const { call, contractId } = row;
  const action = call ? t("change") : t("say");
  const about = { action, contract: row.name, account: row.account.name };
  const anchor = `call-${contractId}`;
  if (isOpen && canCall) {
    return (
      <div id={anchor} className="md:min-w-44">
        <CallForm
          workspace={workspace}
          contractId={contractId}
          label={t("about", about)}
          call={call}
          backTo={{ page: "renewals", query }}
          cancelHref={`${withQuery(path, query)}#${anchor}`}
        />
      </div>
    );
  }
  const when = call ? formatDay(call.on, as.locale, as.asOf) : "";
  return (
    <div id={anchor}>
      <b className="font-semibold">{call ? said(call.call) : t("notSaid")}</b>
      {call ? <span className={SMALL}>{call.line}</span> : null}
      {call ? (
        <span className={SMALL}>
          {call.by ? t("saidBy", { name: call.by, date: when }) : when}
          {call.isOld ? `, ${t("old")}` : ""}
        </span>
      ) : null}
      {row.differ ? <span className="block text-sm font-semibold">{t("differs")}</span> : null}
      {canCall ? (
        <div className="mt-1">
          <Link
            href={`${withQuery(path, { ...query, call: contractId })}#${anchor}`}
            scroll={false}
            aria-label={t("about", about)}
            className={buttonClass("outline", "small")}
          >
            {action}
          </Link>
        </div>
      ) : null}
    </div>
  );
}
