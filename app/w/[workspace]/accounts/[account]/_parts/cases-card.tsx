import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import type { CaseDto } from "@/lib/loyalty/account-follow-ups.types";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { CloseCaseForm, ReopenCaseForm } from "../../../_loyalty/case-forms";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type CasesCardProps = { account: AccountDto; as: ReadAs; workspace: string; canLog: boolean };

function Line({ row, as }: { row: CaseDto; as: ReadAs }) {
  const t = useTranslations("account.cases");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const since = t("since", { kind: t(`kinds.${row.kind}`), date: day(row.openedOn) });
  return (
    <div className="min-w-0">
      {row.text ? <p>{row.text}</p> : null}
      <p className="text-sm text-ink-2">
        {row.closedOn ? `${since} · ${t("closed", { date: day(row.closedOn) })}` : since}
        {row.dueOn && !row.closedOn ? (
          <span className={row.isOverdue ? "font-semibold text-ink" : ""}>
            {` · ${t(row.isOverdue ? "overdue" : "due", { date: day(row.dueOn) })}`}
          </span>
        ) : null}
      </p>
      {row.closedNote ? <p className="text-sm text-ink-2">{row.closedNote}</p> : null}
    </div>
  );
}

/** What this customer complained of and what is followed up; closed where it stands, with what was done. */
export function CasesCard({ account, as, workspace, canLog }: CasesCardProps) {
  const t = useTranslations("account.cases");
  const { cases } = account;
  if (cases.length === 0) return null;
  return (
    <Card id="cases" title={t("title")} note={t("note")}>
      <ul>
        {cases.map((row) => {
          const form = { of: row, name: row.text ?? t(`kinds.${row.kind}`), workspace };
          return (
            <li
              key={row.id}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-2 last:border-b-0"
            >
              <Line row={row} as={as} />
              {canLog && row.closedOn === null ? <CloseCaseForm {...form} /> : null}
              {canLog && row.closedOn !== null ? <ReopenCaseForm {...form} /> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
