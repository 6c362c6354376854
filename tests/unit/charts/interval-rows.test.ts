import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { type IntervalRow, IntervalRows } from "@/components/charts/interval-rows";
import { markupInEnglish } from "../../support/in-english";

const TICKS = [
  { at: 0.5, label: "50 %" },
  { at: 1, label: "100 %" },
];

function row(given: Partial<IntervalRow>): IntervalRow {
  return {
    key: given.label ?? "row",
    label: "Large customers",
    value: 0.75,
    low: 0.625,
    high: 0.9,
    words: "75 %",
    interval: "62 to 90 %",
    basis: "44 accounts",
    verdict: "no real difference",
    ...given,
  };
}

function markupOf(rows: IntervalRow[], reference?: { at: number; label: string }) {
  return markupInEnglish(
    createElement(IntervalRows, { title: "Retention by segment", rows, ticks: TICKS, reference }),
  );
}

describe("rows with their intervals", () => {
  test("say in words all that the marks show", () => {
    const page = markupOf([row({})]);
    for (const said of [
      "Large customers",
      "75 %",
      "62 to 90 %",
      "44 accounts",
      "no real difference",
    ])
      expect(page).toContain(said);
    expect(page).toContain('aria-label="Retention by segment"');
  });

  test("stand on one scale: a value in its middle is drawn in the middle", () => {
    const page = markupOf([row({}), row({ label: "Others", value: 1, low: 0.75, high: 1 })]);
    expect(page).toContain('style="left:50%"');
    expect(page).toContain('style="left:100%"');
    expect(page).toContain("left:25%;right:calc(100% - 80%)");
  });

  test("draw nothing for what has no figure, and nothing beyond the scale", () => {
    const none = row({ value: null, low: null, high: null, interval: null, verdict: null });
    expect(markupOf([none]).match(/style="left/g)).toHaveLength(TICKS.length);
    expect(markupOf([row({ low: 0.1 })])).toContain("left:0%;right:calc(100% - 80%)");
  });

  test("fill the mark of a real difference only, beside its word", () => {
    const mark = (page: string) => page.includes('rounded-full bg-accent"');
    expect(mark(markupOf([row({})]))).toBe(false);
    expect(mark(markupOf([row({ isReal: true, verdict: "keeps less" })]))).toBe(true);
  });

  test("have one line through all of them where they are held against", () => {
    const page = markupOf([row({}), row({ label: "Others" })], { at: 0.9, label: "all 90 %" });
    expect(page.match(/border-dashed/g)).toHaveLength(2);
    expect(page).toContain("all 90 %");
  });
});
