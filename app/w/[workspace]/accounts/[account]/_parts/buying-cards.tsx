import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/metrics/definition-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import type { WalletRowDto } from "@/lib/loyalty/account-follow-ups.types";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { roomSentenceAlone } from "../../../_loyalty/words/grow-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { rhythmSentence, walletWords } from "./behaviour-words";

type CardProps = { account: AccountDto; as: ReadAs };

/** How orders were chosen in the last year, and the account's own rhythm. */
export function PurchasesCard({ account, as }: CardProps) {
  const t = useTranslations("account.purchases");
  const { purchases, behaviour } = account;
  const rhythm = rhythmSentence(behaviour, as);
  if (purchases.length === 0 && rhythm === null) return null;
  return (
    <Card id="purchases" title={t("title")} note={t("note")}>
      <DefinitionList
        rows={purchases.map(({ chosenBy, orders, lastOn }) => ({
          term: t(`chosen.${chosenBy}`),
          description: t("orders", {
            count: orders,
            date: formatDay(lastOn, as.locale, as.asOf),
          }),
        }))}
      />
      {rhythm ? <p className="mt-2 text-sm text-ink-2">{rhythm}</p> : null}
    </Card>
  );
}

function Wallet({ row, as }: { row: WalletRowDto; as: ReadAs }) {
  const t = useTranslations("account");
  const { lowMinor, highMinor, currency, provenance, productType, on } = row;
  const money = (minor: number) => formatMoneyInFull(minor, { locale: as.locale, currency });
  const amount =
    lowMinor === highMinor
      ? money(lowMinor)
      : t("behaviour.range", { low: money(lowMinor), high: money(highMinor) });
  return (
    <li className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2 last:border-b-0">
      <span className="text-ink-2">{productType ?? t("products.everything")}</span>
      <span className="text-right">
        {amount}
        <span className="block text-sm text-ink-2">
          {t(`products.provenance.${provenance}`, { date: formatDay(on, as.locale, as.asOf) })}
        </span>
      </span>
    </li>
  );
}

type ProductsCardProps = CardProps & { path: string; canLog: boolean };

/** What the account buys of us, what it does not, and what it spends in all. */
export function ProductsCard({ account, as, path, canLog }: ProductsCardProps) {
  const t = useTranslations("account.products");
  const { productTypes, wallets, grow } = account;
  const owned = productTypes.filter(({ isOwned }) => isOwned);
  const missing = productTypes.filter(({ isOwned }) => !isOwned);
  const named = (types: AccountDto["productTypes"]) =>
    types
      .map(({ name, lastOn }) =>
        lastOn ? t("last", { name, date: formatDay(lastOn, as.locale, as.asOf) }) : name,
      )
      .join(", ");
  return (
    <Card
      id="products"
      title={t("title")}
      note={t("note")}
      actions={
        canLog ? (
          <LinkButton size="small" href={`${path}?log=wallet#wallet`}>
            {t("addWallet")}
          </LinkButton>
        ) : null
      }
    >
      <DefinitionList
        rows={[
          { term: t("owned"), description: owned.length > 0 ? named(owned) : t("noneOwned") },
          {
            term: t("missing"),
            description: missing.length > 0 ? named(missing) : t("noneMissing"),
          },
          { term: t("wallet"), description: walletWords(account, as) },
        ]}
      />
      {grow ? <p className="mt-2 text-sm text-ink-2">{roomSentenceAlone(grow, as)}</p> : null}
      {wallets.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="inline list-none text-ink-2 underline hover:text-ink">
            {t("wallets", { count: wallets.length })}
          </summary>
          <ul>
            {wallets.map((row) => (
              <Wallet key={row.id} row={row} as={as} />
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
