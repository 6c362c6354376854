const FIRST_MS = 5_000;
const MOST_MS = 60_000;
/** Longer than a try may take: a failure after it is another one. */
const SERIES_MS = 120_000;

// Outside the boundary: that one is made anew with every failure.
const series = { tries: 0, triedAt: 0 };

export function noteTry(now = Date.now()): void {
  series.tries = now - series.triedAt > SERIES_MS ? 1 : series.tries + 1;
  series.triedAt = now;
}

/** Ever longer from failure to failure, and not the same for all who saw it at once. */
export function nextTryMs(now = Date.now(), random = Math.random()): number {
  const tries = now - series.triedAt > SERIES_MS ? 0 : series.tries;
  return Math.min(MOST_MS, FIRST_MS * 2 ** tries) * (1 + random * 0.25);
}

/** Once, and only where somebody sees the page: else when they come back to it. @returns stops it */
export function onceSeen(afterMs: number, run: () => void): () => void {
  const look = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", look);
    run();
  };
  const timer = setTimeout(() => {
    document.addEventListener("visibilitychange", look);
    look();
  }, afterMs);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
