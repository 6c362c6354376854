import type { StaffWords } from "@/lib/i18n/staff-words";
import { NAVIGATION } from "../navigation";
import type { Place } from "./places";

const SETTINGS = [
  "members",
  "workspace",
  "map",
  "targets",
  "asking",
  "sending",
  "api-keys",
  "webhooks",
  "exports",
  "profile",
] as const;

const ACTIONS = {
  "accounts/new": "newAccount",
  "waves/new": "newWave",
  "surveys/new": "newSurvey",
  "segments/new": "newSegment",
  "programs/new": "newProgram",
  "imports/new": "importFile",
} as const;

type Words = {
  shell: StaffWords<"shell">;
  palette: StaffWords<"palette">;
  settings: StaffWords<"settings">;
};

/** Every page of the navigation, every part of the settings, and what can be begun. */
export function workspacePlaces(workspace: string, words: Words): Place[] {
  const at = (path: string) => `/w/${workspace}/${path}`;
  const pages = NAVIGATION.flatMap(({ items }) => items).map(({ path, word }) => ({
    href: at(path),
    label: words.shell(`navigation.${word}`),
    kind: "page" as const,
  }));
  const settings = SETTINGS.map((part) => ({
    href: at(`settings/${part}`),
    label: `${words.shell("navigation.settings")}: ${words.settings(`tabs.${part}`)}`,
    kind: "page" as const,
  }));
  const actions = Object.entries(ACTIONS).map(([path, word]) => ({
    href: at(path),
    label: words.palette(word),
    kind: "action" as const,
  }));
  return [...pages, ...actions, ...settings];
}
