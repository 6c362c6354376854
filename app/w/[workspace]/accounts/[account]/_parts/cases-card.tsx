import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import type { CaseDto } from "@/lib/loyalty/account-follow-ups.types";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { CloseCaseForm, HandOverCaseForm, ReopenCaseForm } from "../../../_loyalty/case-forms";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type CasesCardProps = {
  account: AccountDto;
  as: ReadAs;
  path: string;
  workspace: string;
  canLog: boolean;
};

const SIGNALS = ["answer", "complaint", "silence"] as const;

function Line({ row, as }: { row: CaseDto; as: ReadAs }) {
  const t = useTranslations("account.cases");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const signal = SIGNALS.find((known) => known === row.signal);
  const parts = [
    t("since", { kind: t(`kinds.${row.kind}`), date: day(row.openedOn) }),
    signal ? t("on", { signal: t(`signals.${signal}`) }) : null,
    row.owner,
    row.closedOn ? t("closed", { date: day(row.closedOn) }) : null,
  ];
  return (
    <div className="min-w-0 break-words">
      {row.text ? <p>{row.text}</p> : null}
      <p className="text-sm text-ink-2">
        {parts.filter(Boolean).join(" · ")}
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

type ActsProps = Pick<CasesCardProps, "account" | "path" | "workspace"> & { row: CaseDto };

function Acts({ row, account, path, workspace }: ActsProps) {
  const t = useTranslations("account.cases");
  const name = row.text ?? t(`kinds.${row.kind}`);
  const form = { of: row, name, workspace };
  if (row.closedOn !== null) return <ReopenCaseForm {...form} />;
  const colleagues = account.employees.filter(({ id }) => id !== row.ownerId);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {row.kind === "complaint" && !row.isFollowedUp ? (
        <Link
          href={`${path}?log=case&about=complaint:${row.id}#case`}
          aria-label={t("openOn", { name })}
          className="text-sm underline"
        >
          {t("open")}
        </Link>
      ) : null}
      {row.kind === "case" && colleagues.length > 0 ? (
        <HandOverCaseForm key={row.ownerId} {...form} colleagues={colleagues} />
      ) : null}
      <CloseCaseForm {...form} />
    </div>
  );
}

/** What this customer complained of and what is followed up; closed where it stands, with what was done. */
export function CasesCard({ account, as, path, workspace, canLog }: CasesCardProps) {
  const t = useTranslations("account.cases");
  const { cases } = account;
  return (
    <Card
      id="cases"
      title={t("title")}
      note={t("note")}
      actions={
        canLog ? (
          <LinkButton size="small" href={`${path}?log=case#case`}>
            {t("open")}
          </LinkButton>
        ) : null
      }
    >
      {cases.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {cases.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-2 last:border-b-0"
          >
            <Line row={row} as={as} />
            {canLog ? <Acts row={row} account={account} path={path} workspace={workspace} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
