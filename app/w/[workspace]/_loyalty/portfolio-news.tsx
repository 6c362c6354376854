import { useTranslations } from "next-intl";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, stateWord } from "@/components/metrics/state-words";
import { bold } from "@/components/ui/bold";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import type { AccountRef } from "@/lib/loyalty/figures.types";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import type { MoveDto, QuietDto, SinceDto } from "@/lib/loyalty/portfolio-news.types";
import { reasonSentence } from "@/lib/loyalty/words/reason-words";
import { AsksTable } from "../asks/asks-table";
import { CloseCaseForm } from "./case-forms";
import { accountPath, withQuery, workspacePath } from "./paths";
import type { ReadAs } from "./words/read-as";

type PartProps = { portfolio: PortfolioDto; as: ReadAs; workspace: string };

const LINK = "font-semibold hover:underline";
const ROW = "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2 last:border-b-0";
function AccountLink({ account, workspace }: { account: AccountRef; workspace: string }) {
  return (
    <Link href={accountPath(workspace, account.id)} className={LINK}>
      {account.name}
    </Link>
  );
}

function More({ total, shown, href }: { total: number; shown: number; href?: string }) {
  const t = useTranslations("loyalty");
  if (total <= shown) return null;
  const words = t("andMore", { count: total - shown });
  return (
    <p className="mt-2 text-sm text-ink-2">
      {href ? (
        <Link href={href} className="underline hover:text-ink">
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}

function moveWords(
  move: MoveDto,
  locale: string,
  t: ReturnType<typeof useTranslations<"loyalty.news">>,
) {
  const word = (state: MoveDto["from"]) => (state === null ? "" : stateWord(state, locale));
  return t(`moves.${move.kind}`, { from: word(move.from), to: word(move.to) });
}

function Changes({ since, as, workspace }: Omit<PartProps, "portfolio"> & { since: SinceDto }) {
  const t = useTranslations("loyalty.news");
  const { moves, movesTotal, alerts, alertsTotal } = since;
  if ((moves ?? []).length + alerts.length === 0)
    return <p className="text-ink-2">{t("nothing")}</p>;
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      <div>
        <h3 className="text-sm font-semibold text-ink-2">{t("alertsTitle")}</h3>
        {alerts.length === 0 ? <p className="py-2 text-ink-2">{t("noAlert")}</p> : null}
        <ul>
          {alerts.map(({ account, reasons }) => (
            <li key={account.id} className="border-b border-line py-2 last:border-b-0">
              <AccountLink account={account} workspace={workspace} />
              <span className="block text-sm text-ink-2">{reasonSentence(reasons, as)}</span>
            </li>
          ))}
        </ul>
        <More total={alertsTotal} shown={alerts.length} href="#worklist" />
      </div>
      {moves === null ? null : (
        <div>
          <h3 className="text-sm font-semibold text-ink-2">{t("movesTitle")}</h3>
          {moves.length === 0 ? <p className="py-2 text-ink-2">{t("noMove")}</p> : null}
          <ul>
            {moves.map((move) => (
              <li key={move.account.id} className={ROW}>
                <AccountLink account={move.account} workspace={workspace} />
                <span className="text-right text-sm text-ink-2">
                  {moveWords(move, as.locale, t)}
                </span>
              </li>
            ))}
          </ul>
          <More total={movesTotal} shown={moves.length} />
        </div>
      )}
    </div>
  );
}

/** What happened since the reader looked last; on a first visit there is nothing to compare with. */
export function SinceLastVisit({ portfolio, as, workspace }: PartProps) {
  const t = useTranslations("loyalty.news");
  const { since } = portfolio;
  if (since === null) return null;
  const { answers, hasMoreAnswers, movesTotal, alertsTotal } = since;
  const counts = {
    answers,
    more: hasMoreAnswers ? "yes" : "no",
    compared: since.moves === null ? "no" : "yes",
  };
  return (
    <Card
      id="since"
      title={t("title", { date: formatDay(since.on, as.locale, as.asOf) })}
      note={t("counts", { ...counts, moves: movesTotal, alerts: alertsTotal })}
    >
      <Changes since={since} as={as} workspace={workspace} />
    </Card>
  );
}

type QuietListProps = { rows: QuietDto[]; total: number; kind: "silent" | "notAsked" } & Omit<
  PartProps,
  "portfolio"
>;

function QuietList({ rows, total, kind, as, workspace }: QuietListProps) {
  const t = useTranslations("loyalty");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  return (
    <div>
      <h3 className="text-sm font-semibold text-ink-2">{t(`news.quiet.${kind}`)}</h3>
      {rows.length === 0 ? <p className="py-2 text-ink-2">{t("news.quiet.none")}</p> : null}
      <ul>
        {rows.map(({ account, state, runningMinor, lastHeardOn }) => (
          <li key={account.id} className={ROW}>
            <AccountLink account={account} workspace={workspace} />
            <span className="text-right">{formatMoney(runningMinor, as)}</span>
            <span className="text-sm text-ink-2">
              {state ? (
                <StateDot state={state.state}>{stateInWords(state, as.locale)}</StateDot>
              ) : null}
            </span>
            <span className="text-right text-sm text-ink-2">
              {lastHeardOn
                ? t("news.quiet.last", { date: day(lastHeardOn) })
                : t("news.quiet.never")}
            </span>
          </li>
        ))}
      </ul>
      <More total={total} shown={rows.length} />
    </div>
  );
}

/** Silent is theirs: call. Not asked is ours: ask. */
export function Quiet({ portfolio, as, workspace }: PartProps) {
  const t = useTranslations("loyalty.news.quiet");
  const { silent, notAsked } = portfolio;
  const part = { as, workspace };
  return (
    <Card id="quiet" title={t("title")} note={t("note")}>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <QuietList {...silent} kind="silent" {...part} />
        <QuietList {...notAsked} kind="notAsked" {...part} />
      </div>
    </Card>
  );
}

/** Promises, complaints and cases that are overdue or due soon. */
export function FollowUps({ portfolio, as, workspace, canLog }: PartProps & { canLog: boolean }) {
  const t = useTranslations("loyalty.news.followUps");
  const { rows, total } = portfolio.followUps;
  return (
    <Card id="follow-ups" title={t("title")} note={t("note")}>
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {rows.map(({ id, kind, account, text, dueOn, isOverdue }) => {
          const date = formatDay(dueOn, as.locale, as.asOf);
          return (
            <li key={id} className={ROW}>
              <Link
                href={`${accountPath(workspace, account.id)}#${kind === "promise" ? "promises" : "cases"}`}
                className={LINK}
              >
                {account.name}
              </Link>
              <span className="text-right text-sm">
                {t.rich(isOverdue ? "overdue" : "due", { b: bold, date })}
              </span>
              <span className="col-span-2 text-sm text-ink-2">
                {text ? t("line", { kind: t(`kinds.${kind}`), text }) : t(`kinds.${kind}`)}
              </span>
              {kind !== "promise" && canLog ? (
                <div className="col-span-2">
                  <CloseCaseForm
                    of={{ id, kind }}
                    name={text ?? account.name}
                    workspace={workspace}
                  />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <More total={total} shown={rows.length} />
    </Card>
  );
}

/** Loyal, long with us and not thanked for a while: the one pleasant list. */
export function Thanks({ portfolio, as, workspace, canLog }: PartProps & { canLog: boolean }) {
  const t = useTranslations("loyalty.news.thanks");
  const { rows, total } = portfolio.thanks;
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  return (
    <Card id="thanks" title={t("title")} note={t("note")}>
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {rows.map(({ account, customerSince, thankedOn, runningMinor }) => (
          <li key={account.id} className={ROW}>
            <div>
              <AccountLink account={account} workspace={workspace} />
              <span className="block text-sm text-ink-2">
                {t("since", { year: customerSince.slice(0, 4) })}
                {thankedOn ? ` · ${t("last", { date: day(thankedOn) })}` : ""}
                {` · ${formatMoney(runningMinor, as)}`}
              </span>
            </div>
            {canLog ? (
              <Link
                href={`${accountPath(workspace, account.id)}?log=thanks#log`}
                aria-label={t("logFor", { account: account.name })}
                className={classNames(buttonClass("outline", "small"), "self-center")}
              >
                {t("log")}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      <More total={total} shown={rows.length} />
    </Card>
  );
}

/** The week's outgoing asks to the own customers; one can be stopped here, with a reason. */
export function WeeksAsks({ portfolio, as, workspace }: PartProps) {
  const t = useTranslations("loyalty.news.asks");
  const { rows, total } = portfolio.asks;
  const href = withQuery(workspacePath(workspace, "asks"), {
    of: portfolio.isEveryone ? "all" : "mine",
  });
  return (
    <Card id="asks" title={t("title")} note={t("note")}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <AsksTable workspace={workspace} locale={as.locale} asks={rows} />
      )}
      <More total={total} shown={rows.length} href={href} />
    </Card>
  );
}
