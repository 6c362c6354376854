import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { codeOf } from "@/lib/format/currency";
import { formatDay } from "@/lib/format/date";
import { formatRate } from "@/lib/format/number";
import type { FilterDto } from "@/lib/loyalty/overview.types";

type ShownInProps = { filter: Pick<FilterDto, "currency" | "refusedCurrency">; locale: string };

/** At which rate amounts are read in another currency, or that there is none for the one wanted. */
export function ShownIn({ filter, locale }: ShownInProps) {
  const t = useTranslations("loyalty.shown");
  const { currency, refusedCurrency } = filter;
  if (refusedCurrency !== null)
    return (
      <Notice kind="warning" className="mt-2">
        {t("refused", { wanted: refusedCurrency, code: codeOf(currency) })}
      </Notice>
    );
  if (typeof currency === "string") return null;
  const { code, of, rate, on } = currency;
  return (
    <p className="mt-2 text-sm text-ink-2">
      {t("at", { code, of, rate: formatRate(rate, locale), date: formatDay(on, locale) })}
    </p>
  );
}

/** The choice of a currency for a bar of filters; none where there is nothing to choose from. */
export function currencySelect(
  { currency, currencies }: Pick<FilterDto, "currency" | "currencies">,
  label: string,
) {
  if (currencies.length < 2) return [];
  const [own] = currencies;
  const code = codeOf(currency);
  return [
    {
      name: "currency",
      label,
      value: code === own ? "" : code,
      options: currencies.map((each) => ({ value: each === own ? "" : each, label: each })),
    },
  ];
}
