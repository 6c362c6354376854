import { describe, expect, it } from "vitest";
import type { AccountEvent } from "@/lib/metrics";
import { isRivalNamed, isTougher } from "@/lib/metrics/loyalty/negotiations";

type Round = Extract<AccountEvent, { kind: "negotiation" }>;

const today = 1000;
const round = (more: Partial<Round>): Round => ({
  kind: "negotiation",
  day: today - 100,
  closedDay: today - 80,
  isSigned: true,
  discountAsked: 0.05,
  rounds: 2,
  ...more,
});

/** The same whichever of them is told first. */
function tougher(...rounds: readonly Round[]): boolean {
  const told = isTougher(rounds, today);
  expect(isTougher(rounds.toReversed(), today)).toBe(told);
  return told;
}

describe("a tougher negotiation", () => {
  it("needs one before it", () => {
    expect([tougher(), tougher(round({ rounds: 9 }))]).toEqual([false, false]);
  });

  it("of two opened on one day is the one that is open longer", () => {
    const short = round({ closedDay: today - 90 });
    expect(tougher(short, round({ closedDay: null, isSigned: false }))).toBe(true);
    expect(tougher(short, round({ closedDay: today - 85 }))).toBe(true);
    expect(tougher(short, round({ closedDay: today - 86 }))).toBe(false);
  });

  it("of two that are open as long is the one that asks more; what is not recorded asks least", () => {
    expect(tougher(round({}), round({ discountAsked: 0.1 }))).toBe(true);
    // The one that asks comes last, so that the other's more rounds came before it.
    expect(tougher(round({ discountAsked: null, rounds: 5 }), round({}))).toBe(false);
    expect(tougher(round({ discountAsked: null, rounds: 1 }), round({}))).toBe(true);
    expect(tougher(round({ discountAsked: 0, rounds: 5 }), round({}))).toBe(true);
  });

  it("of two that ask as much is the one of more rounds", () => {
    expect(tougher(round({}), round({ rounds: 3 }))).toBe(true);
    expect(tougher(round({}), round({ rounds: null }))).toBe(false);
  });

  it("is not told from one that was closed on the day it was opened, by the time it takes", () => {
    const first = { day: today - 400 };
    expect(tougher(round({ ...first, closedDay: first.day }), round({ closedDay: null }))).toBe(
      false,
    );
    expect(tougher(round({ ...first, closedDay: first.day + 1 }), round({ closedDay: null }))).toBe(
      true,
    );
  });
});

describe("a rival that is named", () => {
  it("counts from the opening of the last open round on, and else for 90 days", () => {
    const named = (day: number): AccountEvent => ({ kind: "rivalNamed", day }) as AccountEvent;
    const open = [150, 120].map((ago) => round({ day: today - ago, closedDay: null }));
    expect(isRivalNamed([...open, named(today - 120)], today)).toBe(true);
    expect(isRivalNamed([...open, named(today - 121)], today)).toBe(false);
    const later = [round({ closedDay: today + 1 }), named(today - 100)];
    expect(isRivalNamed(later, today)).toBe(true);
    expect(isRivalNamed([round({ closedDay: today }), named(today - 100)], today)).toBe(false);
    expect(isRivalNamed([named(today - 90)], today)).toBe(true);
    expect(isRivalNamed([named(today - 91)], today)).toBe(false);
    expect(isRivalNamed([], today)).toBe(false);
  });
});
