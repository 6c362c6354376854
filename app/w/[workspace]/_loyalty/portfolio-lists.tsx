import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { codeOf } from "@/lib/format/currency";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import { questionWord, roleWord } from "@/lib/loyalty/words/answer-words";
import { accountPath, withQuery } from "./paths";
import type { ReadAs } from "./words/read-as";

type PartProps = { portfolio: PortfolioDto; as: ReadAs; workspace: string };

const LINK = "font-semibold hover:underline";
const FIRST_DECISIONS = 8;

type DecisionsProps = PartProps & { decisions: PortfolioDto["decisions"] };

function DecisionList({ decisions, portfolio, as, workspace }: DecisionsProps) {
  const t = useTranslations("loyalty");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const scale = moneyColumn(
    portfolio.decisions.map((decision) => decision.contractMinor),
    as.currency,
  );
  return (
    <ul>
      {decisions.map((decision) => (
        <li
          key={`${decision.account.id}:${decision.decisionOn}`}
          className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2 last:border-b-0"
        >
          <Link href={accountPath(workspace, decision.account.id)} className={LINK}>
            {decision.account.name}
          </Link>
          <span className="text-right">{formatInScale(decision.contractMinor, scale, as)}</span>
          <span className="text-sm text-ink-2">
            {day(decision.decisionOn)}, {formatDaysLeft(decision.daysLeft, as.locale)}
            {decision.renewsOn
              ? ` · ${t("decisions.renews", { date: day(decision.renewsOn) })}`
              : ""}
          </span>
          <span className="text-right text-sm text-ink-2">
            {t("decisions.signal", { verdict: t(`verdicts.${decision.signal}`) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Decisions(props: PartProps) {
  const t = useTranslations("loyalty");
  const { decisions, decisionsTotal } = props.portfolio;
  const unlisted = decisionsTotal - decisions.length;
  const rest = decisions.slice(FIRST_DECISIONS);
  return (
    <Card
      id="decisions"
      title={t("decisions.title")}
      note={t("decisions.note", { currency: codeOf(props.as.currency) })}
    >
      {decisions.length === 0 ? (
        <p className="text-ink-2">{t("decisions.none")}</p>
      ) : (
        <DecisionList {...props} decisions={decisions.slice(0, FIRST_DECISIONS)} />
      )}
      {rest.length > 0 ? (
        <details className="border-t border-line pt-2">
          <summary className="inline list-none text-sm text-ink-2 underline hover:text-ink">
            {t("andMore", { count: decisionsTotal - FIRST_DECISIONS })}
          </summary>
          <DecisionList {...props} decisions={rest} />
          {unlisted > 0 ? (
            <Link href={`/w/${props.workspace}/accounts?sort=decision`} className={LINK}>
              {t("andMore", { count: unlisted })}
            </Link>
          ) : null}
        </details>
      ) : null}
      {decisions.length > 0 ? (
        <p className="mt-2 text-sm">
          <Link
            href={withQuery(`/w/${props.workspace}/renewals`, { owner: props.portfolio.owner?.id })}
            className="text-ink-2 underline hover:text-ink"
          >
            {t("decisions.radar")}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

export function Answers({ portfolio, as, workspace }: PartProps) {
  const t = useTranslations("loyalty");
  const { answers } = portfolio;
  return (
    <Card id="answers" title={t("newest.title")} note={t("newest.note")}>
      {answers.length === 0 ? (
        <p className="text-ink-2">{t("newest.none")}</p>
      ) : (
        <ul>
          {answers.map((answer) => (
            <li
              key={`${answer.account.id}:${answer.on}:${answer.personName}:${answer.question}`}
              className="border-b border-line py-2 last:border-b-0"
            >
              <div className="flex justify-between gap-4">
                <Link href={accountPath(workspace, answer.account.id)} className={LINK}>
                  {answer.account.name}
                </Link>
                <span className="whitespace-nowrap">
                  {t.rich("newest.value", {
                    b: (chunks) => <b className="font-semibold">{chunks}</b>,
                    question: questionWord(answer.question, as.locale),
                    value: answer.value,
                    max: answer.scaleMax,
                  })}
                </span>
              </div>
              <p className="text-sm text-ink-2">
                {[
                  answer.personName,
                  answer.role ? roleWord(answer.role, as.locale) : null,
                  formatDay(answer.on, as.locale, as.asOf),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </p>
              {answer.comment ? (
                <p className="text-sm">{t("quote", { text: answer.comment })}</p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
