import type { StaffMessages } from "@/lib/i18n/staff/en/all";

export type NavWord = keyof StaffMessages["shell"]["navigation"];
export type NavItem = { path: string; word: NavWord };
export type NavGroup = { word: NavWord | null; items: readonly NavItem[] };

function page<Path extends NavWord>(path: Path): NavItem {
  return { path, word: path };
}

/** Only pages that exist. The first group is the daily one and needs no heading. */
export const NAVIGATION: readonly NavGroup[] = [
  {
    word: null,
    items: [
      page("portfolio"),
      page("overview"),
      page("accounts"),
      page("renewals"),
      page("answers"),
    ],
  },
  {
    word: "measure",
    items: [
      page("retention"),
      page("buying"),
      page("lifetime"),
      page("growth"),
      page("drivers"),
      page("coverage"),
      page("potential"),
      page("proof"),
      page("compare"),
    ],
  },
  {
    word: "ask",
    items: [page("surveys"), page("touchpoints"), page("waves"), page("programs"), page("asks")],
  },
  { word: "configure", items: [page("segments"), page("imports"), page("settings")] },
];
