import { stateInWords } from "@/components/metrics/state-words";
import { formatDay } from "@/lib/format/date";
import { formatMoney, formatMoneyInFull } from "@/lib/format/money";
import { formatNumber, formatPercent, formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import type { ComplaintDto } from "@/lib/loyalty/review.types";
import { answerValue, roleWord } from "@/lib/loyalty/words/answer-words";
import { signalWord } from "@/lib/loyalty/words/signal-words";
import { roomSentenceAlone } from "../../../_loyalty/words/grow-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { WAYS } from "../_parts/attitude-words";
import { behaviourSentences, walletWords } from "../_parts/behaviour-words";
import { headSentence } from "../_parts/head-words";
import { timelineWords } from "../_parts/timeline-words";
import { Facts, Part, RowsTable, Sheet } from "./sheet-parts";

type UsProps = { account: AccountDto; as: ReadAs };

const EVENTS = 12;

function Standing({ account, as }: UsProps) {
  const t = staffWords(as.locale, "review");
  const a = staffWords(as.locale, "account");
  const { behaviour, attitude, state } = account;
  return (
    <Part title={t("standing")}>
      <Facts
        rows={[
          [t("state"), state ? stateInWords(state, as.locale) : t("none")],
          [t("running"), formatMoney(account.runningMinor, as)],
          [t("yearEarlier"), formatMoney(behaviour.baseMinor, as)],
          [t("atRisk"), formatMoney(account.worklistLine?.atRiskMinor ?? null, as)],
          [a("behaviour.title"), formatScore(behaviour.score, as.locale)],
          [a("attitude.title"), formatScore(attitude.score, as.locale)],
          ...WAYS.map(
            (way) =>
              [a(`attitude.ways.${way}`), formatScore(attitude.ways[way], as.locale)] as const,
          ),
          [a("behaviour.wallet"), walletWords(account, as)],
        ]}
      />
      <p className="mt-2 text-sm">{behaviourSentences(behaviour, as).join(" ")}</p>
      {account.grow ? <p className="text-sm">{roomSentenceAlone(account.grow, as)}</p> : null}
    </Part>
  );
}

function People({ account, as }: UsProps) {
  const t = staffWords(as.locale, "review");
  const people = account.people.filter(({ leftOn }) => leftOn === null);
  const l = staffWords(as.locale, "loyalty");
  const said = (person: (typeof people)[number]) =>
    person.isKeptBack
      ? t("keptBack")
      : person.lastAnswer
        ? `${answerValue(person.lastAnswer, as.locale)}, ${formatDay(person.lastAnswer.on, as.locale, as.asOf)}`
        : t("noAnswer");
  return (
    <Part title={t("people")}>
      <RowsTable
        caption={t("people")}
        head={[t("person"), t("role"), t("lastAnswer"), t("words")]}
        rows={people.map((person) => [
          person.title ? `${person.name}, ${person.title}` : person.name,
          person.role ? roleWord(person.role, as.locale) : "",
          said(person),
          person.lastComment ? l("quote", { text: person.lastComment }) : "",
        ])}
      />
    </Part>
  );
}

/** Nothing is granted yet where the talk goes on. */
function grantedWords(
  { outcome, discountGranted }: AccountDto["negotiations"][number],
  locale: string,
): string {
  if (outcome === "open" && discountGranted === null)
    return staffWords(locale, "account")("renewal.open");
  return formatPercent(discountGranted, locale);
}

function Renewal({ account, as }: UsProps) {
  const t = staffWords(as.locale, "review");
  const l = staffWords(as.locale, "loyalty");
  const day = (iso: string | null) => (iso === null ? "" : formatDay(iso, as.locale, as.asOf));
  const { managerCall: call } = account;
  const reasons = account.signalCodes.map((code) => signalWord(code, as.locale)).join(", ");
  const rounds = account.negotiations.slice(-3);
  return (
    <Part title={t("renewal")}>
      <RowsTable
        caption={t("agreements")}
        head={[t("contract"), t("decision"), t("renews"), t("aYear")]}
        right={[3]}
        rows={account.contracts
          .filter(({ isActive }) => isActive)
          .map((contract) => [
            contract.name,
            day(contract.decisionOn),
            day(contract.renewsOn),
            formatMoneyInFull(contract.yearlyMinor, {
              locale: as.locale,
              currency: contract.currency,
            }),
          ])}
      />
      {account.signal ? (
        <p className="mt-2 text-sm">
          {t("signal", { signal: l(`verdicts.${account.signal}`), reasons: reasons || t("none") })}{" "}
          {call ? t("call", { call: l(`calls.${call.call}`), date: day(call.on) }) : t("noCall")}
        </p>
      ) : null}
      {rounds.length > 0 ? (
        <RowsTable
          caption={t("negotiations")}
          head={[t("began"), t("daysOpen"), t("rounds"), t("askedGranted"), t("rival")]}
          right={[1, 2]}
          rows={rounds.map((round) => [
            day(round.openedOn),
            formatNumber(round.daysOpen, as.locale),
            formatNumber(round.rounds, as.locale),
            `${formatPercent(round.discountAsked, as.locale)} / ${grantedWords(round, as.locale)}`,
            round.rival ?? "",
          ])}
        />
      ) : null}
    </Part>
  );
}

function FollowUps({ account, complaints, as }: UsProps & { complaints: readonly ComplaintDto[] }) {
  const t = staffWords(as.locale, "review");
  const a = staffWords(as.locale, "account");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const lines = [
    ...account.promises.map((promise) => [
      a("timeline.kinds.promise"),
      promise.text,
      a(`promises.standing.${promise.standing}`, { date: day(promise.closedOn ?? promise.dueOn) }),
    ]),
    ...account.cases
      .filter(({ kind }) => kind === "case")
      .map(({ text, owner, openedOn, dueOn, closedOn, isOverdue }) => [
        a("timeline.kinds.case"),
        [text, owner, day(openedOn)].filter(Boolean).join(", "),
        closedOn
          ? a("cases.closed", { date: day(closedOn) })
          : a(isOverdue ? "cases.overdue" : "cases.due", { date: day(dueOn ?? openedOn) }),
      ]),
    ...complaints.map(({ subject, openedOn, solvedOn, days }) => [
      a("timeline.kinds.complaint"),
      `${subject}, ${day(openedOn)}`,
      solvedOn ? a("timeline.solved", { days }) : a("timeline.open"),
    ]),
  ];
  return (
    <Part title={t("followUps")}>
      {lines.length === 0 ? <p className="text-sm">{t("nothingOpen")}</p> : null}
      {lines.length > 0 ? (
        <RowsTable
          caption={t("followUps")}
          head={[t("what"), t("about"), t("stands")]}
          rows={lines}
        />
      ) : null}
    </Part>
  );
}

function Recent({ account, as }: UsProps) {
  const t = staffWords(as.locale, "review");
  const a = staffWords(as.locale, "account");
  return (
    <Part title={t("recent")}>
      <RowsTable
        caption={t("recent")}
        head={[t("day"), t("what"), t("about")]}
        rows={account.timeline.entries.slice(0, EVENTS).map((entry) => {
          const { text, quote, strong } = timelineWords(entry, as);
          return [
            formatDay(entry.on, as.locale, as.asOf),
            a(`timeline.kinds.${entry.kind}`),
            [text, strong, quote].filter(Boolean).join("; "),
          ];
        })}
      />
    </Part>
  );
}

/** For our own table: everything that is known, on two sheets. */
export function UsReview({ account, complaints, as }: UsProps & { complaints: ComplaintDto[] }) {
  const t = staffWords(as.locale, "review");
  const part = { account, as };
  const line = headSentence(account.head, as);
  return (
    <>
      <Sheet>
        <h1 className="text-title font-bold">{account.name}</h1>
        <p className="mb-1">{line}</p>
        <p className="mb-5 text-sm text-ink-2">
          {t("internal", { date: formatDay(account.asOf, as.locale) })}
          {account.owner ? ` · ${account.owner.name}` : ""}
        </p>
        <Standing {...part} />
        <Renewal {...part} />
      </Sheet>
      <Sheet>
        <People {...part} />
        <FollowUps {...part} complaints={complaints} />
        <Recent {...part} />
      </Sheet>
    </>
  );
}
