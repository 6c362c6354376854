import Link from "next/link";
import { Card } from "@/components/ui/card";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import { accountPath } from "./paths";
import { ROLE_WORDS } from "./words/answer-words";
import type { ReadAs } from "./words/read-as";
import { VERDICT_WORDS } from "./words/signal-words";

type PartProps = { portfolio: PortfolioDto; as: ReadAs; workspace: string };

const LINK = "font-semibold hover:underline";
const FIRST_DECISIONS = 8;

type DecisionsProps = PartProps & { decisions: PortfolioDto["decisions"] };

function DecisionList({ decisions, portfolio, as, workspace }: DecisionsProps) {
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
            {formatDay(decision.decisionOn, as.locale, as.asOf)},{" "}
            {formatDaysLeft(decision.daysLeft, as.locale)}
            {decision.renewsOn
              ? ` · renews ${formatDay(decision.renewsOn, as.locale, as.asOf)}`
              : ""}
          </span>
          <span className="text-right text-sm text-ink-2">
            signal: {VERDICT_WORDS[decision.signal]}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Decisions(props: PartProps) {
  const { decisions } = props.portfolio;
  const rest = decisions.slice(FIRST_DECISIONS);
  return (
    <Card
      id="decisions"
      title="Decisions ahead"
      note={`Last day to decide within 180 days, soonest first · contract value in ${props.as.currency} a year`}
    >
      {decisions.length === 0 ? (
        <p className="text-ink-2">No contract is decided within 180 days.</p>
      ) : (
        <DecisionList {...props} decisions={decisions.slice(0, FIRST_DECISIONS)} />
      )}
      {rest.length > 0 ? (
        <details className="border-t border-line pt-2">
          <summary className="inline list-none text-sm text-ink-2 underline hover:text-ink">
            and {rest.length} more
          </summary>
          <DecisionList {...props} decisions={rest} />
        </details>
      ) : null}
    </Card>
  );
}

export function Answers({ portfolio, as, workspace }: PartProps) {
  const { answers } = portfolio;
  return (
    <Card id="answers" title="Newest answers" note="Confirmed by the person who answered">
      {answers.length === 0 ? (
        <p className="text-ink-2">
          No answer yet. They appear here a moment after somebody presses Send.
        </p>
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
                  {answer.question === "nps" ? "NPS" : "CSat"}{" "}
                  <b className="font-semibold">{answer.value}</b> of {answer.scaleMax}
                </span>
              </div>
              <p className="text-sm text-ink-2">
                {[
                  answer.personName,
                  answer.role ? ROLE_WORDS[answer.role] : null,
                  formatDay(answer.on, as.locale, as.asOf),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </p>
              {answer.comment ? <p className="text-sm">“{answer.comment}”</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
