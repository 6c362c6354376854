import { FilterBar } from "@/components/layout/filter-bar";
import { formatClose } from "@/lib/format/date";
import type { FilterDto } from "@/lib/loyalty/overview.types";

type PeriodFilterProps = { filter: FilterDto; action: string; locale: string };

/** Segment, owner and period: the same three everywhere, in the address. */
export function PeriodFilter({ filter, action, locale }: PeriodFilterProps) {
  const dates = filter.dates.map((date) => ({ value: date, label: formatClose(date, locale) }));
  const earlier = dates.filter((date) => date.value < filter.asOf);
  return (
    <FilterBar
      action={action}
      selects={[
        {
          name: "segment",
          label: "Segment",
          value: filter.segment?.id ?? "",
          options: [
            { value: "", label: "All accounts" },
            ...filter.segments.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          name: "owner",
          label: "Owner",
          value: filter.owner?.id ?? "",
          options: [
            { value: "", label: "Everyone" },
            ...filter.owners.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        { name: "asOf", label: "As of", value: filter.asOf, options: dates },
        { name: "compareTo", label: "against", value: filter.compareTo, options: earlier },
      ]}
    />
  );
}
