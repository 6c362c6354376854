import { expect, test } from "vitest";
import { matchingPlaces } from "@/components/layout/palette/places";
import { workspacePlaces } from "@/components/layout/palette/workspace-places";
import { LANGUAGES } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";

const places = [
  { href: "/a", label: "Import data", kind: "page" as const },
  { href: "/b", label: "Übersicht", kind: "page" as const },
  { href: "/c", label: "Send a wave", kind: "action" as const },
  { href: "/d", label: "Waves", kind: "page" as const },
];

test("every word typed must be there, without case or accents; labels that begin with it come first", () => {
  const labels = (typed: string) => matchingPlaces(places, typed).map(({ label }) => label);
  expect(labels("uber")).toEqual(["Übersicht"]);
  expect(labels("wave")).toEqual(["Waves", "Send a wave"]);
  expect(labels("wave send")).toEqual(["Send a wave"]);
  expect(labels("")).toHaveLength(4);
  expect(labels("nothing")).toEqual([]);
});

test.each(LANGUAGES)(
  "no two places of a workspace have the same name or address in %s",
  (language) => {
    const made = workspacePlaces("nordlys", {
      shell: staffWords(language, "shell"),
      palette: staffWords(language, "palette"),
      settings: staffWords(language, "settings"),
    });
    expect(new Set(made.map(({ href }) => href)).size).toBe(made.length);
    expect(new Set(made.map(({ label }) => label)).size).toBe(made.length);
  },
);
