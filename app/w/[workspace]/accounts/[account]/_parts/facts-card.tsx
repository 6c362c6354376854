import { useTranslations } from "next-intl";
import { DefinitionList, type DefinitionRow } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import type { AccountRef } from "@/lib/loyalty/figures.types";
import { accountPath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";

const WON_BY = ["referral", "repeat_person", "inbound", "bought"] as const;

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
  const t = useTranslations("account.facts");
  const { facts, engagement } = account;
  const wonBy = WON_BY.find((way) => way === facts.acquiredBy);
  const rows: (DefinitionRow | null)[] = [
    facts.customerSince
      ? { term: t("customerSince"), description: formatDay(facts.customerSince, as.locale) }
      : null,
    facts.region ? { term: t("region"), description: facts.region } : null,
    wonBy ? { term: t("wonBy"), description: t(`acquired.${wonBy}`) } : null,
    facts.parent
      ? {
          term: t("belongsTo"),
          description: <AccountLinks accounts={[facts.parent]} workspace={workspace} />,
        }
      : null,
    facts.sites.length > 0
      ? {
          term: facts.decidesForSites ? t("decidesFor") : t("sites"),
          description: <AccountLinks accounts={facts.sites} workspace={workspace} />,
        }
      : null,
    engagement?.value === undefined || engagement.value === null
      ? null
      : {
          term: t("engagement"),
          description: t("of100", { value: formatNumber(engagement.value, as.locale) }),
        },
    ...Object.entries(facts.attributes).map(([term, description]) => ({ term, description })),
    facts.externalId ? { term: t("externalId"), description: facts.externalId } : null,
  ];
  const shown = rows.filter((row) => row !== null);
  if (shown.length === 0) return null;
  return (
    <Card id="facts" title={t("title")}>
      <DefinitionList rows={shown} />
    </Card>
  );
}
