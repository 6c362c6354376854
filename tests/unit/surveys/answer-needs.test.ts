import { describe, expect, test } from "vitest";
import { answerNeeds } from "@/lib/surveys/inbox/answer-needs";
import { KEYS_BELOW_LINE, standingOf } from "@/lib/surveys/inbox/answer-points";
import { hasComplaintWords } from "@/lib/surveys/inbox/complaint-words";
import { lastDigestAt, nextDigestAt } from "@/lib/surveys/inbox/digest-time";

const score = (question: string, value: number | string, scale: string | null = null) => ({
  question,
  scale,
  valueNumber: typeof value === "number" ? value : null,
  valueCode: typeof value === "string" ? value : null,
});
const nps = (value: number) => score("nps", value, "0-10");
const told = { before: null, role: "user", comment: null, wantsContact: false };

test("an answer stands where the loyalty map puts it", () => {
  expect([6, 7, 8, 9].map((value) => standingOf(nps(value)))).toEqual([
    "unhappy",
    "lukewarm",
    "lukewarm",
    "convinced",
  ]);
  expect(standingOf(score("csat", 4, "1-5"))).toBe("lukewarm");
  expect(standingOf(score("csat", 4, "1-4"))).toBe("convinced");
  expect(standingOf(score("switching", "not_sure"))).toBe("lukewarm");
  expect(standingOf(score("relative_advantage", "cannot_say"))).toBeNull();
  expect(standingOf(score("custom", 1, "1-5"))).toBeNull();
});

test("the database's list of answers below the line is the map's", () => {
  expect(KEYS_BELOW_LINE.filter((key) => key.startsWith("nps"))).toHaveLength(9);
  expect(KEYS_BELOW_LINE).toEqual(
    expect.arrayContaining(["nps 0-10 8", "csat 1-5 4", "csat 1-3 2", "switching  no"]),
  );
  expect(KEYS_BELOW_LINE).not.toContain("nps 0-10 9");
  expect(KEYS_BELOW_LINE).not.toContain("csat 1-4 4");
});

test("somebody is told at once of a decision-maker below the line, and of nobody above it", () => {
  const role = "decision_maker";
  expect(answerNeeds({ ...told, role, score: nps(8) })).toEqual(["decision_maker_below"]);
  expect(answerNeeds({ ...told, role, score: nps(9) })).toEqual([]);
  expect(answerNeeds({ ...told, score: nps(0) })).toEqual([]);
});

test("a fall is from the line or above to below it, on the same question", () => {
  expect(answerNeeds({ ...told, before: nps(9), score: nps(8) })).toEqual(["fell_below"]);
  expect(answerNeeds({ ...told, before: nps(8), score: nps(2) })).toEqual([]);
  expect(answerNeeds({ ...told, before: nps(2), score: nps(9) })).toEqual([]);
});

test("whoever asks to be contacted, or complains, needs somebody whatever the score", () => {
  expect(answerNeeds({ ...told, wantsContact: true, score: nps(10) })).toEqual(["contact_me"]);
  const comment = "Great, but I want a refund.";
  expect(answerNeeds({ ...told, comment, score: nps(10) })).toEqual(["complaint"]);
});

describe("words of a complaint", () => {
  test.each([
    "This is UNACCEPTABLE.",
    "Vi har klaget to gange.",
    "Vi överväger att säga  upp avtalet",
    "Vi er misfornøyde",
    "Aion irtisanoa sopimuksen",
    "Olemme tyytymättömiä? Ei: tyytymätön.",
  ])("are found: %s", (comment) => expect(hasComplaintWords(comment)).toBe(true));

  test.each([
    null,
    "No complaints at all.",
    "I can’t complain",
    "Ingen klager herfra",
    "Inget att klaga på",
    "Everything arrives on time.",
    "The word exclaims, it does not.",
  ])("are not seen where there are none: %s", (comment) =>
    expect(hasComplaintWords(comment)).toBe(false),
  );
});

describe("the digest", () => {
  const zone = "Europe/Copenhagen";
  const at = (iso: string) => new Date(iso);

  test("is due at half past seven in the workspace, before that it was yesterday's", () => {
    expect(lastDigestAt(zone, "daily", at("2026-11-20T06:30:00Z"))).toEqual(
      at("2026-11-20T06:30:00Z"),
    );
    expect(lastDigestAt(zone, "daily", at("2026-11-20T06:29:59Z"))).toEqual(
      at("2026-11-19T06:30:00Z"),
    );
    expect(nextDigestAt(zone, at("2026-11-20T06:30:00Z"))).toEqual(at("2026-11-21T06:30:00Z"));
  });

  test("keeps the hour when summer time ends", () => {
    expect(nextDigestAt(zone, at("2026-10-24T12:00:00Z"))).toEqual(at("2026-10-25T06:30:00Z"));
    expect(nextDigestAt(zone, at("2026-10-23T12:00:00Z"))).toEqual(at("2026-10-24T05:30:00Z"));
  });

  test("of a week comes on Monday", () => {
    expect(lastDigestAt(zone, "weekly", at("2026-11-22T20:00:00Z"))).toEqual(
      at("2026-11-16T06:30:00Z"),
    );
    expect(lastDigestAt(zone, "weekly", at("2026-11-23T06:00:00Z"))).toEqual(
      at("2026-11-16T06:30:00Z"),
    );
  });
});
