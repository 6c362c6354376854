export type NavItem = { label: string; path: string };
export type NavGroup = { label: string | null; items: readonly NavItem[] };

/** Only pages that exist. The first group is the daily one and needs no heading. */
export const NAVIGATION: readonly NavGroup[] = [
  {
    label: null,
    items: [
      { label: "Portfolio", path: "portfolio" },
      { label: "Overview", path: "overview" },
      { label: "Accounts", path: "accounts" },
      { label: "Answers", path: "answers" },
    ],
  },
  {
    label: "Ask",
    items: [
      { label: "Surveys", path: "surveys" },
      { label: "Touchpoints", path: "touchpoints" },
      { label: "Waves", path: "waves" },
      { label: "Programs", path: "programs" },
      { label: "Planned asks", path: "asks" },
    ],
  },
  {
    label: "Configure",
    items: [
      { label: "Segments", path: "segments" },
      { label: "Import data", path: "imports" },
      { label: "Settings", path: "settings" },
    ],
  },
];
