import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import type { AccountDto, ContractDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";

function termWords(contract: ContractDto, as: ReadAs): string {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const end = contract.endsOn ? `to ${day(contract.endsOn)}` : "until further notice";
  return `${day(contract.startsOn)} ${end}`;
}

function renewalWords(contract: ContractDto, as: ReadAs): string {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (contract.noticeGivenOn) return `notice given ${day(contract.noticeGivenOn)}`;
  if (!contract.isActive) return "ended";
  const decision = contract.decisionOn ? `decision by ${day(contract.decisionOn)}` : null;
  const renews = contract.renewsOn
    ? `renews ${contract.autoRenews ? "by itself " : ""}${day(contract.renewsOn)}`
    : null;
  const last = contract.decidedOn
    ? `last decided ${day(contract.decidedOn)} ${contract.decidedBy === "automatic" ? "by itself" : "by signature"}`
    : null;
  return [decision, renews, last].filter(Boolean).join(", ") || "no date agreed";
}

function columns(as: ReadAs): Column<ContractDto>[] {
  return [
    {
      key: "name",
      header: "Contract",
      isName: true,
      cell: (contract) => (
        <div>
          <b className="font-semibold">{contract.name}</b>{" "}
          {contract.isIndexed ? <Badge>indexed</Badge> : null}
          <span className="block text-sm text-ink-2">{contract.productType}</span>
        </div>
      ),
    },
    { key: "term", header: "Term", cell: (contract) => termWords(contract, as) },
    { key: "renewal", header: "Renewal", cell: (contract) => renewalWords(contract, as) },
    {
      key: "value",
      header: "A year",
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

export function ContractsCard({ account, as }: { account: AccountDto; as: ReadAs }) {
  if (account.contracts.length === 0) return null;
  return (
    <Card id="contracts" title="Contracts">
      <DataTable
        caption="Contracts of this account"
        columns={columns(as)}
        rows={account.contracts}
        rowKey={(contract) => contract.id}
      />
    </Card>
  );
}
