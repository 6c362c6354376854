import Link from "next/link";
import { DefinitionList, type DefinitionRow } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import type { AccountRef } from "@/lib/loyalty/figures.types";
import { accountPath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";

const WON_BY: Record<string, string> = {
  referral: "referral",
  repeat_person: "a person who knew us",
  inbound: "came by themselves",
  bought: "bought (advertising, agency)",
};

type FactsCardProps = { account: AccountDto; as: ReadAs; workspace: string };

function AccountLinks({ accounts, workspace }: { accounts: AccountRef[]; workspace: string }) {
  return accounts.map((account, i) => (
    <span key={account.id}>
      {i > 0 ? ", " : ""}
      <Link href={accountPath(workspace, account.id)} className="underline">
        {account.name}
      </Link>
    </span>
  ));
}

/** What is on file; what nobody recorded is left out rather than shown as empty. */
export function FactsCard({ account, as, workspace }: FactsCardProps) {
  const { facts, engagement } = account;
  const rows: (DefinitionRow | null)[] = [
    facts.customerSince
      ? { term: "Customer since", description: formatDay(facts.customerSince, as.locale) }
      : null,
    facts.region ? { term: "Region", description: facts.region } : null,
    WON_BY[facts.acquiredBy] ? { term: "Won by", description: WON_BY[facts.acquiredBy] } : null,
    facts.parent
      ? {
          term: "Belongs to",
          description: <AccountLinks accounts={[facts.parent]} workspace={workspace} />,
        }
      : null,
    facts.sites.length > 0
      ? {
          term: facts.decidesForSites ? "Decides for" : "Sites",
          description: <AccountLinks accounts={facts.sites} workspace={workspace} />,
        }
      : null,
    engagement?.value === undefined || engagement.value === null
      ? null
      : {
          term: "Engagement index",
          description: `${formatNumber(engagement.value, as.locale)} of 100`,
        },
    ...Object.entries(facts.attributes).map(([term, description]) => ({ term, description })),
    facts.externalId ? { term: "Number in the source", description: facts.externalId } : null,
  ];
  const shown = rows.filter((row) => row !== null);
  if (shown.length === 0) return null;
  return (
    <Card id="facts" title="On file">
      <DefinitionList rows={shown} />
    </Card>
  );
}
