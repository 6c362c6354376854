import { expect, test } from "vitest";
import { saidAt } from "@/lib/imports/kinds/apply-consents";

const NOW = new Date("2026-10-05T08:00:00Z");
const when = { timeZone: "Europe/Copenhagen", now: NOW };
const yes = (on: string | null) => ({ state: "granted", on }) as const;
const no = (on: string | null) => ({ state: "declined", on }) as const;
const latest = (state: string, at: string) => ({ state, at: new Date(at) });

test("a yes counts against a no only from the day after it", () => {
  const refused = latest("withdrawn", "2026-06-01T05:00:00Z");
  expect(saidAt(yes("2026-05-31"), refused, when)).toBeNull();
  expect(saidAt(yes("2026-06-01"), refused, when)).toBeNull();
  expect(saidAt(yes(null), refused, when)).toBeNull();
  expect(saidAt(yes("2026-06-02"), refused, when)).toEqual(new Date("2026-06-02T10:00:00Z"));
});

test("days are the workspace's: a no late in the evening is of that evening's day", () => {
  const refused = latest("declined", "2026-06-01T23:30:00Z");
  expect(saidAt(yes("2026-06-02"), refused, when)).toBeNull();
  expect(saidAt(yes("2026-06-03"), refused, when)).not.toBeNull();
});

test("a no counts against a yes of the same day, and stands after it", () => {
  const agreed = latest("granted", "2026-06-01T15:00:00Z");
  expect(saidAt(no("2026-06-01"), agreed, when)).toEqual(new Date("2026-06-01T15:00:00.001Z"));
  expect(saidAt(no("2026-05-31"), agreed, when)).toBeNull();
  expect(saidAt(no(null), agreed, when)).toEqual(NOW);
});

test("the same word again, and a word from before a refusal was taken back, are nothing new", () => {
  const agreed = latest("granted", "2026-06-01T15:00:00Z");
  expect(saidAt(yes("2026-09-01"), agreed, when)).toBeNull();
  expect(saidAt(no("2026-09-01"), latest("withdrawn", "2026-06-01T15:00:00Z"), when)).toBeNull();
  const open = latest("unset", "2026-06-01T15:00:00Z");
  expect(saidAt(yes("2026-05-01"), open, when)).toBeNull();
  expect(saidAt(yes("2026-07-01"), open, when)).not.toBeNull();
});
