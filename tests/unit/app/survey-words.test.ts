import { expect, test } from "vitest";
import { countWords, forWords } from "@/app/w/[workspace]/surveys/door-words";
import { aboutWords, alsoAsksWords } from "@/app/w/[workspace]/surveys/survey-words";
import { LANGUAGES } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import type { DoorSummary } from "@/lib/surveys/doors/door.types";

const asked = {
  scope: "touchpoint" as const,
  touchpointName: "Servicebesøk",
  followUps: ["relative_advantage", "drivers"] as ("relative_advantage" | "drivers")[],
};

test("a survey says what it is about and what it asks besides", () => {
  expect(aboutWords(asked, "nb")).toBe("Kontaktpunkt: Servicebesøk");
  expect(aboutWords({ ...asked, scope: "relationship" }, "sv")).toBe("Samarbetet");
  expect(alsoAsksWords(asked, "en")).toBe("a comment, how we compare, the drivers");
});

test("a door says for whom it is, and how many came", () => {
  const door = {
    came: 12,
    answered: 11,
    lastOn: "2026-11-22",
    account: null,
    employee: null,
  } as DoorSummary;
  const asOf = "2026-11-30";
  expect(forWords(door, "nb")).toBe("alle");
  expect(countWords(door, "en", asOf)).toBe("12 presses, 11 counted, last on 22 Nov.");
  expect(countWords({ ...door, came: 1, lastOn: null }, "sv", asOf)).toBe("1 tryck, 11 räknade.");
  expect(countWords({ ...door, came: 0 }, "nb", asOf)).toBe("Ingen har kommet inn ennå.");
});

test.each(LANGUAGES)("in %s the placeholders of own words stand as they are typed", (language) => {
  const note = staffWords(language, "surveys")("builder.ownWordsNote");
  for (const name of ["{company}", "{touchpoint}", "{date}"]) expect(note).toContain(name);
});

test("a question that is not written in a language says in which it is", () => {
  const spoken = { asked: "fi", given: "en" };
  expect(staffWords("en", "surveys")("preview.spoken", spoken)).toBe(
    "The question is not written in Finnish; those people get it in English.",
  );
  expect(staffWords("fi", "surveys")("preview.spoken", spoken)).toBe(
    "Kysymystä ei ole kirjoitettu suomeksi; nämä henkilöt saavat sen englanniksi.",
  );
});
