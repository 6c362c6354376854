import { describe, expect, test } from "vitest";
import { shiftMonths } from "@/lib/metrics";
import { wholeMonths } from "@/lib/segments/account-figures";
import type { SegmentSubject } from "@/lib/segments/match-rule";
import { FIGURES } from "@/lib/segments/segment-figures";
import { selectUnits, subjectOf } from "@/lib/segments/select-units";
import { type Given, workspaceOf } from "../loyalty/workspace-of";
import { asOf, day } from "../metrics/loyalty/builders";

function subject(given: Given, on = asOf): SegmentSubject {
  const facts = workspaceOf([given]);
  const [unit] = facts.units;
  if (!unit) throw new Error("no unit");
  return subjectOf(unit, facts, on);
}

describe("an account's figures as a segment sees them", () => {
  test("NPS is the mean of +1, 0 and -1 over its people, as NPS by account counts it", () => {
    expect(subject({ nps: [9, 7, 0] }).figure("nps")).toBeCloseTo(0, 12);
    expect(subject({ nps: [10, 9, 8] }).figure("nps")).toBeCloseTo(200 / 3, 12);
    expect(subject({ nps: [6] }).figure("nps")).toBe(-100);
  });

  test("of several latest answers on one day the lowest is the last score, in whatever order", () => {
    expect(subject({ nps: [9, 3, 10] }).figure("lastScore")).toBe(3);
    expect(subject({ nps: [3, 10, 9] }).figure("lastScore")).toBe(3);
  });

  test("the newest answer is the last score, though an older one is lower", () => {
    expect(subject({ nps: [9], npsBefore: [2] }).figure("lastScore")).toBe(9);
  });

  test("each stands at the as-of day: an answer that came later is not seen", () => {
    const given = { nps: [9], npsBefore: [2], orderMinor: 100_000 };
    expect(subject(given, asOf - 30).figure("lastScore")).toBe(2);
    expect(subject(given, asOf - 30).figure("monthsSinceOrder")).toBe(0);
  });

  test("running revenue is that of an active account; of nobody's customer it is not known", () => {
    expect(subject({ orderMinor: 100_000 }).figure("runningRevenue")).toBeGreaterThan(1_000_000);
    expect(subject({}).figure("runningRevenue")).toBeNull();
    const gone = subject({ orderMinor: 100_000, quietDays: 900 });
    expect(gone.figure("runningRevenue")).toBeNull();
    expect(gone.loyalty).toEqual([]);
    expect(gone.figure("monthsSinceOrder")).toBe(29);
  });

  test("share of wallet is known only with a fresh wallet", () => {
    expect(subject({ orderMinor: 100_000 }).figure("shareOfWallet")).toBeNull();
    const known = subject({ orderMinor: 100_000, walletMinor: 4_800_000 });
    expect(known.figure("shareOfWallet")).toBe(0.25);
  });

  test("days to the decision count to the day notice can last be given", () => {
    const days = subject({ openingMinor: 600_000 }).figure("daysToDecision");
    expect(days).toBe(day("2026-12-01") - asOf);
    expect(subject({ orderMinor: 100_000 }).figure("daysToDecision")).toBeNull();
  });

  test("of an account nothing is recorded about, no figure is known", () => {
    const empty = subject({});
    expect(FIGURES.map((name) => empty.figure(name))).toEqual(FIGURES.map(() => null));
    expect([empty.loyalty, empty.hearing]).toEqual([[], null]);
  });

  test("a passive account has its state and its part", () => {
    expect(subject({ orderMinor: 100_000, nps: [2] }).loyalty).toEqual(["passive", "unhappy"]);
    expect(subject({ orderMinor: 100_000, nps: [9] }).loyalty).toEqual(["loyal"]);
    expect(subject({ orderMinor: 100_000 }).loyalty).toEqual(["notKnown"]);
  });

  test("months are whole ones: the day before, one fewer", () => {
    for (const last of [day("2026-01-31"), day("2026-02-28"), day("2025-12-05")])
      for (const months of [0, 1, 2, 13]) {
        const then = shiftMonths(last, months);
        expect(wholeMonths(last, then)).toBe(months);
        if (months > 0) expect(wholeMonths(last, then - 1)).toBe(months - 1);
      }
  });
});

describe("segments of figures", () => {
  test("the states of the active accounts, one by one, make the active accounts once each", () => {
    const facts = workspaceOf([
      { orderMinor: 100_000, nps: [9] },
      { orderMinor: 100_000, nps: [2] },
      { orderMinor: 100_000, nps: [7] },
      { orderMinor: 100_000 },
      { openingMinor: 500_000, closingMinor: 100_000, nps: [3] },
      {},
    ]);
    const states = ["loyal", "passive", "latent", "leaving", "notKnown"] as const;
    const found = states.flatMap((state) =>
      selectUnits(facts, { kind: "loyalty", is: [state] }, asOf).map(({ id }) => id),
    );
    expect(found.sort()).toEqual(facts.units.slice(0, 5).map(({ id }) => id));
  });
});
