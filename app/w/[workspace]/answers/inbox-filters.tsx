import { FilterBar } from "@/components/layout/filter-bar";
import type { InboxDto } from "@/lib/surveys/inbox/inbox.types";
import { DAYS_CHOICES, SHOW_CHOICES, STATE_CHOICES, WHOSE_CHOICES, WORDS } from "./answer-words";

function options(choices: Record<string, string>) {
  return Object.entries(choices).map(([value, label]) => ({ value, label }));
}

export function InboxFilters({ inbox, path }: { inbox: InboxDto; path: string }) {
  const { filter, surveys } = inbox;
  const days = options(DAYS_CHOICES).sort(
    (a, b) => (Number(a.value) || Infinity) - (Number(b.value) || Infinity),
  );
  const bySurvey = [
    { value: "", label: WORDS.everySurvey },
    ...surveys.map(({ familyId, name }) => ({ value: familyId, label: name })),
  ];
  return (
    <FilterBar
      action={path}
      search={{ name: "q", label: WORDS.search, value: filter.q }}
      selects={[
        {
          name: "whose",
          label: WORDS.filterWhose,
          value: filter.whose,
          options: options(WHOSE_CHOICES),
        },
        {
          name: "show",
          label: WORDS.filterShow,
          value: filter.show,
          options: options(SHOW_CHOICES),
        },
        {
          name: "state",
          label: WORDS.filterState,
          value: filter.state,
          options: options(STATE_CHOICES),
        },
        {
          name: "survey",
          label: WORDS.filterSurvey,
          value: filter.survey ?? "",
          options: bySurvey,
        },
        { name: "days", label: WORDS.filterDays, value: filter.days, options: days },
      ]}
    />
  );
}
