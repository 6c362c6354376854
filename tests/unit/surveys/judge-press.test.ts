import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EarlierScore,
  exposedBy,
  heldReason,
  isReleasedBySignal,
  isWorthKeeping,
  judgeScore,
  type LinkHistory,
  type Press,
} from "@/lib/surveys/answers/judge-press";
import { isKnownScanner } from "@/lib/surveys/answers/known-scanners";
import { DEFAULT_ASKING_SETTINGS } from "@/lib/workspaces/asking-settings";

const rules = DEFAULT_ASKING_SETTINGS;
const now = new Date("2026-11-22T10:00:00Z");
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

const press: Press = {
  now,
  isTrusted: false,
  isStaff: false,
  hasHoneypot: false,
  isPrefetch: false,
  isScanner: false,
};
const history: LinkHistory = {
  handedAt: ago(7200),
  scores: [],
  honeypotAt: null,
  prefetchAt: null,
  signalAt: null,
  openedChoices: ["9"],
};
const score = (value: string, seconds: number, more: Partial<EarlierScore> = {}): EarlierScore => ({
  id: `${value}-${seconds}`,
  value,
  class: "confirmed",
  reason: null,
  at: ago(seconds),
  isTrusted: false,
  ...more,
});

describe("a press", () => {
  test("counts when nothing speaks against it", () => {
    expect(heldReason(press, history, rules)).toBeNull();
  });

  test("within the grace after hand-over is held, at its end it counts", () => {
    const after = (s: number) => heldReason(press, { ...history, handedAt: ago(s) }, rules);
    expect([after(3), after(9.999), after(10)]).toEqual(["too_fast", "too_fast", null]);
  });

  test("without a hand-over, or with a grace of zero, is not judged by its speed", () => {
    expect(heldReason(press, { ...history, handedAt: null }, rules)).toBeNull();
    const none = { ...rules, handOverGraceSeconds: 0 };
    expect(heldReason(press, { ...history, handedAt: now }, none)).toBeNull();
  });

  test("within a minute of the hidden field's use is held, whoever used it", () => {
    const after = (s: number) => heldReason(press, { ...history, honeypotAt: ago(s) }, rules);
    expect([after(0), after(59), after(60)]).toEqual(["honeypot", "honeypot", null]);
    expect(heldReason({ ...press, hasHoneypot: true }, history, rules)).toBe("honeypot");
  });

  test("within two seconds of a page fetched ahead is held", () => {
    const after = (s: number) => heldReason(press, { ...history, prefetchAt: ago(s) }, rules);
    expect([after(1.9), after(2)]).toEqual(["prefetch", null]);
    expect(heldReason({ ...press, isPrefetch: true }, history, rules)).toBe("prefetch");
  });

  test("of a known scanner or of staff is held whenever it comes", () => {
    expect(heldReason({ ...press, isScanner: true }, history, rules)).toBe("scanner");
    expect(heldReason({ ...press, isStaff: true }, history, rules)).toBe("staff");
  });

  test("every threshold is the setting's and no constant", () => {
    const sharp = {
      ...rules,
      handOverGraceSeconds: 0,
      honeypotSeconds: 0,
      prefetchSeconds: 0,
      twoScoresSeconds: 0,
    };
    const busy = { ...history, handedAt: now, honeypotAt: now, prefetchAt: now };
    expect(heldReason(press, busy, sharp)).toBeNull();
    const two = { ...busy, scores: [score("3", 0)] };
    expect(judgeScore({ ...press, value: "9" }, two, sharp).reason).toBeNull();
  });
});

describe("two different scores within seconds", () => {
  const judge = (scores: EarlierScore[], more: Partial<Press & LinkHistory> = {}) =>
    judgeScore({ ...press, ...more, value: "9" }, { ...history, ...more, scores }, rules);

  test("are both held when no hand was on the page", () => {
    const first = score("8", 4);
    expect(judge([first])).toEqual({ reason: "two_scores", withdrawn: [first] });
  });

  test("count when a person tapped 8, looked, and tapped 9", () => {
    expect(judge([score("8", 4)], { isTrusted: true })).toEqual({ reason: null, withdrawn: [] });
    expect(judge([score("8", 4)], { signalAt: ago(2) })).toEqual({ reason: null, withdrawn: [] });
  });

  test("a hand seen before the first says nothing of the second", () => {
    expect(judge([score("8", 4)], { signalAt: ago(5) }).reason).toBe("two_scores");
  });

  test("a person's own score stays when a machine tries another right after it", () => {
    const mine = score("8", 4, { isTrusted: true });
    expect(judge([mine])).toEqual({ reason: "two_scores", withdrawn: [] });
  });

  test("the same score twice, or ten seconds apart, are no two scores", () => {
    expect(judge([score("9", 4)])).toEqual({ reason: null, withdrawn: [] });
    expect(judge([score("8", 10)])).toEqual({ reason: null, withdrawn: [] });
  });

  test("of a machine that presses every link none is left counting", () => {
    const order = fc.shuffledSubarray(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], {
      minLength: 2,
    });
    fc.assert(
      fc.property(order, (values) => {
        const past: EarlierScore[] = [];
        for (const [i, value] of values.entries()) {
          const at = new Date(now.getTime() + i * 100);
          const verdict = judgeScore(
            { ...press, now: at, value },
            { ...history, scores: past },
            rules,
          );
          for (const taken of verdict.withdrawn) {
            past.splice(past.indexOf(taken), 1, { ...taken, class: "held", reason: "two_scores" });
          }
          const isHeld = verdict.reason !== null;
          past.push(
            score(value, 0, { at, class: isHeld ? "held" : "confirmed", reason: verdict.reason }),
          );
        }
        expect(past.filter((one) => one.class === "confirmed")).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test("a trap sprung speaks against untrusted answers of moments before, and against no person's", () => {
  const [fresh, old] = [score("3", 5), score("4", 61)];
  const person = score("8", 5, { isTrusted: true });
  const past = { ...history, scores: [old, person, fresh] };
  expect(exposedBy({ kind: "honeypot", now }, past, rules)).toEqual([fresh]);
  expect(exposedBy({ kind: "prefetch", now }, past, rules)).toEqual([]);
  const held = { ...history, scores: [score("3", 1, { class: "held" })] };
  expect(exposedBy({ kind: "prefetch", now }, held, rules)).toEqual([]);
});

describe("a choice left without a press", () => {
  const choice = { ...press, value: "9", signal: "focus" as const };
  const keeps = (more: Partial<LinkHistory> = {}, by: Partial<typeof choice> = {}, rule = rules) =>
    isWorthKeeping({ ...choice, ...by }, { ...history, ...more }, rule);

  test("is kept when somebody looked long enough at the one link opened", () => {
    expect(keeps()).toBe(true);
  });

  test("is not kept where the workspace takes none", () => {
    expect(keeps({}, {}, { ...rules, takesProvisional: false })).toBe(false);
  });

  test("is not kept when several links were opened, or none", () => {
    expect(keeps({ openedChoices: ["8", "9"] })).toBe(false);
    expect(keeps({ openedChoices: [] })).toBe(false);
  });

  test("is not kept within a minute of hand-over, or where the hidden field was ever used", () => {
    expect(keeps({ handedAt: ago(59) })).toBe(false);
    expect(keeps({ handedAt: ago(60) })).toBe(true);
    expect(keeps({ honeypotAt: ago(86_400) })).toBe(false);
  });

  test("another choice than the link's takes a hand, not only a look", () => {
    expect(keeps({}, { value: "4" })).toBe(false);
    expect(isWorthKeeping({ ...choice, value: "4", signal: "input" }, history, rules)).toBe(true);
  });

  test("never stands behind an answer that was sent, nor for staff or a scanner", () => {
    expect(keeps({ scores: [score("9", 500)] })).toBe(false);
    expect(keeps({ scores: [score("9", 500, { class: "held" })] })).toBe(true);
    expect(keeps({}, { isStaff: true })).toBe(false);
    expect(keeps({}, { isScanner: true })).toBe(false);
  });
});

test("a hand seen right after two scores speaks for the last one, and not hours later", () => {
  const held = (seconds: number) => ({
    ...history,
    scores: [score("9", seconds, { class: "held", reason: "two_scores" })],
  });
  expect(isReleasedBySignal(press, held(5), rules)).toBe(true);
  expect(isReleasedBySignal(press, held(7200), rules)).toBe(false);
  const other = { ...history, scores: [score("9", 5, { class: "held", reason: "too_fast" })] };
  expect(isReleasedBySignal(press, other, rules)).toBe(false);
});

test("scanners are known by their name, browsers and phones are none", () => {
  for (const agent of [
    "Mozilla/5.0 (compatible; Barracuda Sentinel)",
    "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Slackbot-LinkExpanding 1.0",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
  ]) {
    expect(isKnownScanner(agent)).toBe(true);
  }
  for (const agent of [
    "Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
    "",
    null,
  ]) {
    expect(isKnownScanner(agent)).toBe(false);
  }
});
