import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/layout/filter-bar";
import { formatClose } from "@/lib/format/date";
import type { FilterDto } from "@/lib/loyalty/overview.types";
import { comparedDate } from "./compared-date";
import { currencySelect, ShownIn } from "./shown-in";

type PeriodFilterProps = {
  filter: FilterDto;
  action: string;
  locale: string;
  /** Other choices of the page's address, which a new filter leaves as they are. */
  kept?: Record<string, string>;
};

/** Segment, owner, period and currency: the same everywhere, in the address. */
export function PeriodFilter({ filter, action, locale, kept = {} }: PeriodFilterProps) {
  const t = useTranslations("loyalty.filter");
  const label = (date: string) => formatClose(date, locale);
  const [newest] = filter.dates;
  // The newest date is "no date": a shared address then means today, not the day it was shared.
  const dates = filter.dates.map((date) => ({
    value: date === newest ? "" : date,
    label: label(date),
  }));
  const comparedValue = (date: string) => comparedDate({ ...filter, compareTo: date }) ?? "";
  const earlier = filter.dates
    .filter((date) => date < filter.asOf)
    .map((date) => ({ value: comparedValue(date), label: label(date) }));
  return (
    <>
      <FilterBar
        action={action}
        kept={kept}
        selects={[
          {
            name: "segment",
            label: t("segment"),
            value: filter.segment?.id ?? "",
            options: [
              { value: "", label: t("allAccounts") },
              ...filter.segments.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
          {
            name: "owner",
            label: t("owner"),
            value: filter.owner?.id ?? "",
            options: [
              { value: "", label: t("everyone") },
              ...filter.owners.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
          {
            name: "asOf",
            label: t("asOf"),
            value: filter.asOf === newest ? "" : filter.asOf,
            options: dates,
          },
          {
            name: "compareTo",
            label: t("against"),
            value: comparedValue(filter.compareTo),
            options: earlier,
          },
          ...currencySelect(filter, t("currency")),
        ]}
      />
      <ShownIn filter={filter} locale={locale} />
    </>
  );
}
