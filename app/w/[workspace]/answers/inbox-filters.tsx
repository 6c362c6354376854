import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/layout/filter-bar";
import type { InboxDto } from "@/lib/surveys/inbox/inbox.types";
import { INBOX_DAYS, INBOX_SHOWS } from "@/lib/surveys/inbox/inbox-filter";

const STATES = ["all", "open", "handled"] as const;
const WHOSE = ["mine", "all"] as const;

function options<Value extends string>(values: readonly Value[], word: (value: Value) => string) {
  return values.map((value) => ({ value, label: word(value) }));
}

export function InboxFilters({ inbox, path }: { inbox: InboxDto; path: string }) {
  const t = useTranslations("answers");
  const { filter, surveys, segments } = inbox;
  const segment = {
    name: "segment",
    label: t("filter.segment"),
    value: filter.segment ?? "",
    options: [
      { value: "", label: t("filter.allAccounts") },
      ...segments.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
  const select = <Value extends string>(
    name: "whose" | "show" | "state" | "days",
    values: readonly Value[],
    word: (value: Value) => string,
  ) => ({ name, label: t(`filter.${name}`), value: filter[name], options: options(values, word) });
  return (
    <FilterBar
      action={path}
      search={{ name: "q", label: t("filter.search"), value: filter.q }}
      selects={[
        select("whose", WHOSE, (value) => t(`whose.${value}`)),
        select("show", INBOX_SHOWS, (value) => t(`shows.${value}`)),
        select("state", STATES, (value) => t(`states.${value}`)),
        {
          name: "survey",
          label: t("filter.survey"),
          value: filter.survey ?? "",
          options: [
            { value: "", label: t("filter.everySurvey") },
            ...surveys.map(({ familyId, name }) => ({ value: familyId, label: name })),
          ],
        },
        ...(segments.length > 0 ? [segment] : []),
        select("days", INBOX_DAYS, (value) => t(`days.${value}`)),
      ]}
    />
  );
}
