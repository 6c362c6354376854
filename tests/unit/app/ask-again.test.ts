import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nextTryMs, noteTry, onceSeen } from "@/components/layout/ask-again";

const START = 1_000_000_000;

describe("a page that failed for a while", () => {
  it("waits twice as long after every try, up to a minute, and anew after a time without one", () => {
    const waits = Array.from({ length: 6 }, (_, n) => {
      const now = START + n * 60_000;
      const wait = nextTryMs(now, 0);
      noteTry(now);
      return wait;
    });
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(nextTryMs(START + 1_000_000, 0)).toBe(5_000);
    expect(nextTryMs(START + 1_000_000, 0.999)).toBeLessThan(6_250);
  });
});

describe("asking again", () => {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const show = (state: "visible" | "hidden") => {
    page.visibilityState = state;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("document", page);
    show("visible");
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("happens once, however long the answer takes", () => {
    const run = vi.fn();
    onceSeen(5_000, run);
    vi.advanceTimersByTime(4_999);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(600_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("waits until somebody sees the page, and then happens once", () => {
    const run = vi.fn();
    onceSeen(5_000, run);
    show("hidden");
    vi.advanceTimersByTime(600_000);
    expect(run).not.toHaveBeenCalled();
    show("visible");
    show("hidden");
    show("visible");
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("is not done any more once it is stopped, before its time and after", () => {
    const run = vi.fn();
    onceSeen(5_000, run)();
    const stop = onceSeen(5_000, run);
    show("hidden");
    vi.advanceTimersByTime(10_000);
    stop();
    show("visible");
    expect(run).not.toHaveBeenCalled();
  });
});
