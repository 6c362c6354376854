import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountDto, ContractDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";

function termWords(contract: ContractDto, as: ReadAs): string {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const t = staffWords(as.locale, "account");
  const start = day(contract.startsOn);
  return contract.endsOn
    ? t("contracts.from", { start, end: day(contract.endsOn) })
    : t("contracts.fromOpen", { start });
}

function renewalWords(contract: ContractDto, as: ReadAs): string {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const t = staffWords(as.locale, "account");
  const { noticeGivenOn, decisionOn, renewsOn, decidedOn } = contract;
  if (noticeGivenOn) return t("contracts.notice", { date: day(noticeGivenOn) });
  if (!contract.isActive) return t("contracts.ended");
  const renews = contract.autoRenews ? "renewsItself" : "renews";
  const decided = contract.decidedBy === "automatic" ? "decidedItself" : "decidedSigned";
  const parts = [
    decisionOn ? t("contracts.decisionBy", { date: day(decisionOn) }) : null,
    renewsOn ? t(`contracts.${renews}`, { date: day(renewsOn) }) : null,
    decidedOn ? t(`contracts.${decided}`, { date: day(decidedOn) }) : null,
  ];
  return parts.filter(Boolean).join(", ") || t("contracts.noDate");
}

type ContractsCardProps = { account: AccountDto; as: ReadAs; path: string; canLog: boolean };

function CallCell({
  contract,
  account,
  as,
  path,
  canLog,
}: ContractsCardProps & { contract: ContractDto }) {
  const t = useTranslations();
  if (!contract.isActive) return null;
  const call = account.calls.find(({ contractId }) => contractId === contract.id);
  const action = call ? t("renewals.call.change") : t("renewals.call.say");
  return (
    <div>
      {call ? t(`loyalty.calls.${call.call}`) : t("renewals.call.notSaid")}
      {call ? (
        <span className="block text-sm text-ink-2">
          {call.line}, {formatDay(call.on, as.locale, as.asOf)}
        </span>
      ) : null}
      {canLog ? (
        <Link
          href={`${path}?call=${contract.id}#call`}
          aria-label={t("renewals.call.about", {
            action,
            contract: contract.name,
            account: account.name,
          })}
          className="block text-sm underline hover:no-underline"
        >
          {action}
        </Link>
      ) : null}
    </div>
  );
}

function columns(props: ContractsCardProps): Column<ContractDto>[] {
  const { as } = props;
  const t = staffWords(as.locale, "account");
  return [
    {
      key: "name",
      header: t("contracts.contract"),
      isName: true,
      cell: (contract) => (
        <div>
          <b className="font-semibold">{contract.name}</b>{" "}
          {contract.isIndexed ? <Badge>{t("contracts.indexed")}</Badge> : null}
          <span className="block text-sm text-ink-2">{contract.productType}</span>
        </div>
      ),
    },
    { key: "term", header: t("contracts.term"), cell: (contract) => termWords(contract, as) },
    {
      key: "renewal",
      header: t("contracts.renewal"),
      cell: (contract) => renewalWords(contract, as),
    },
    {
      key: "call",
      header: staffWords(as.locale, "renewals")("columns.call"),
      cell: (contract) => <CallCell {...props} contract={contract} />,
    },
    {
      key: "value",
      header: t("contracts.value"),
      align: "right",
      className: "whitespace-nowrap",
      cell: (contract) =>
        formatMoneyInFull(contract.yearlyMinor, {
          locale: as.locale,
          currency: contract.currency,
        }),
    },
  ];
}

export function ContractsCard(props: ContractsCardProps) {
  const { account } = props;
  const t = useTranslations("account.contracts");
  if (account.contracts.length === 0) return null;
  return (
    <Card id="contracts" title={t("title")}>
      <DataTable
        caption={t("caption")}
        columns={columns(props)}
        rows={account.contracts}
        rowKey={(contract) => contract.id}
      />
    </Card>
  );
}
