import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  logRank,
  type ProofRow,
  predictiveValidity,
  proofOfPrediction,
  wilsonInterval,
} from "@/lib/metrics";
import { accounts, anyOutcomes, scans } from "./outcomes";

const byTwo = { edges: [5] };

describe("proof of prediction", () => {
  it("has the trend of R's example: smokers among lung patients in four studies", () => {
    const rows = [
      ...accounts(1, 83, 3),
      ...accounts(2, 90, 3),
      ...accounts(3, 129, 7),
      ...accounts(4, 70, 12),
    ];
    const { trend, verdict, n, lost } = proofOfPrediction(rows, { edges: [2, 3, 4] });
    if (trend.value === null) throw new Error("no trend");
    expect(trend.value).toBeCloseTo(8.2249, 4);
    expect(trend.pValue).toBeCloseTo(0.004132, 6);
    expect([verdict, n, lost]).toEqual(["predictsTheOpposite", 397, 25]);
  });

  it("shows the retained share of every band with its Wilson interval", () => {
    const { bands, validity } = proofOfPrediction(scans, { edges: [3, 5] });
    expect(bands).toEqual([
      { from: null, to: 3, retained: wilsonInterval(5, 44), lost: 39 },
      { from: 3, to: 5, retained: wilsonInterval(13, 30), lost: 17 },
      { from: 5, to: null, retained: wilsonInterval(33, 35), lost: 2 },
    ]);
    expect(validity).toEqual(
      predictiveValidity(
        scans.map(({ score }) => score),
        scans.map(({ isRetained }) => isRetained),
        { edges: [3, 5] },
      ),
    );
  });

  it("predicts where more stay in the better bands, and the opposite where fewer do", () => {
    const rising = [...accounts(3, 10, 20), ...accounts(7, 20, 10), ...accounts(9, 28, 2)];
    const edges = { edges: [5, 8] };
    expect(proofOfPrediction(rising, edges).verdict).toBe("predicts");
    const falling = rising.map((row) => ({ ...row, score: 12 - row.score }));
    expect(proofOfPrediction(falling, edges).verdict).toBe("predictsTheOpposite");
  });

  it("does not predict only where the concordance is surely below .70, else too few to say", () => {
    const flat = (size: number) => [
      ...accounts(3, 8 * size, 2 * size),
      ...accounts(9, 8 * size, 2 * size),
    ];
    expect(proofOfPrediction(flat(40), byTwo).verdict).toBe("doesNotPredict");
    const few = proofOfPrediction(flat(5), byTwo);
    expect(few.lost).toBe(20);
    expect(few.validity.concordance.value).toBe(0.5);
    expect(few.verdict).toBe("doesNotPredict");
    const uncertain = [...accounts(3, 10, 6), ...accounts(9, 13, 4)];
    expect(proofOfPrediction(uncertain, byTwo)).toMatchObject({
      verdict: "tooFewToSay",
      lost: 10,
    });
  });

  it("says nothing below ten lost or ten retained, however clear it looks", () => {
    const nine = [...accounts(3, 30, 9), ...accounts(9, 80, 0)];
    expect(proofOfPrediction(nine, byTwo).verdict).toBe("tooFewToSay");
    const ten = [...accounts(3, 30, 10), ...accounts(9, 80, 0)];
    expect(proofOfPrediction(ten, byTwo).verdict).toBe("predicts");
    const turned = nine.map((row) => ({ score: 12 - row.score, isRetained: !row.isRetained }));
    expect(proofOfPrediction(turned, byTwo).verdict).toBe("tooFewToSay");
  });

  it("splits by acted on or not: saving the unhappy hides what the score foretells", () => {
    const rows: ProofRow[] = [
      ...accounts(3, 5, 25).map((row) => ({ ...row, wasActedOn: false })),
      ...accounts(9, 55, 5).map((row) => ({ ...row, wasActedOn: false })),
      ...accounts(3, 95, 5).map((row) => ({ ...row, wasActedOn: true })),
      ...accounts(9, 10, 8).map((row) => ({ ...row, wasActedOn: true })),
      ...accounts(9, 1, 0),
    ];
    const { leftAlone, actedOn, n } = proofOfPrediction(rows, byTwo);
    expect(n).toBe(209);
    expect(leftAlone).toMatchObject({ verdict: "predicts", n: 90, lost: 30 });
    expect(actedOn).toMatchObject({ verdict: "predictsTheOpposite", n: 118, lost: 13 });
    const plain = proofOfPrediction(scans, byTwo);
    expect([plain.leftAlone, plain.actedOn]).toEqual([null, null]);
    const none = proofOfPrediction([{ score: 1, isRetained: true, wasActedOn: false }]);
    expect(none.actedOn).toMatchObject({ verdict: "tooFewToSay", n: 0, bands: [] });
  });

  it("tests the speed of leaving by log-rank where every time is known", () => {
    const rows = scans.map((row, i) => ({ ...row, months: row.isRetained ? 12 : 1 + (i % 11) }));
    const groups = [rows.slice(0, 44), rows.slice(44, 74), rows.slice(74)].map((group) =>
      group.map(({ months, isRetained }) => ({ time: months, event: !isRetained })),
    );
    const { logRank: tested } = proofOfPrediction(rows, { edges: [3, 5] });
    expect(tested).toEqual(logRank(groups));
    expect(tested).toMatchObject({ degrees: 2, n: 109 });
    const [first, ...others] = rows;
    if (first === undefined) throw new Error("no rows");
    const { months: _, ...unknown } = first;
    expect(proofOfPrediction([unknown, ...others], { edges: [3, 5] }).logRank).toBeNull();
    expect(proofOfPrediction([]).logRank).toBeNull();
  });

  it("too few to say with one band, without rows, or where all or none were retained", () => {
    expect(proofOfPrediction([])).toMatchObject({
      verdict: "tooFewToSay",
      trend: { value: null, reason: "noData" },
      n: 0,
    });
    expect(proofOfPrediction(accounts(1, 30, 30))).toMatchObject({
      verdict: "tooFewToSay",
      trend: { value: null, reason: "oneBandOnly" },
      bands: [{ from: null, to: null }],
    });
    expect(proofOfPrediction([...accounts(1, 30, 0), ...accounts(9, 30, 0)], byTwo)).toMatchObject({
      verdict: "tooFewToSay",
      trend: { reason: "nothingDiffers" },
    });
  });

  it("does not depend on the order of rows, nor on a rising change of units", () => {
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const plain = proofOfPrediction(rows, { edges: [4, 8] });
        const turned = proofOfPrediction(
          rows.map((row) => ({ ...row, score: 10 * row.score + 3 })).toReversed(),
          { edges: [43, 83] },
        );
        expect(turned.verdict).toBe(plain.verdict);
        expect(turned.trend.value ?? -1).toBeCloseTo(plain.trend.value ?? -1, 8);
        expect(turned.bands.map(({ retained }) => retained)).toEqual(
          plain.bands.map(({ retained }) => retained),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("bands hold every account once, quartiles of the scores where no edges are stated", () => {
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const { bands, n } = proofOfPrediction(rows);
        expect(bands.reduce((sum, { retained }) => sum + retained.n, 0)).toBe(n);
        expect(bands.length).toBeLessThanOrEqual(4);
        for (const { retained } of bands) expect(retained.n).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it("names the row of bad data", () => {
    const [row] = accounts(1, 1, 0);
    if (row === undefined) throw new Error("no row");
    expect(() => proofOfPrediction([row, { ...row, score: Number.NaN }])).toThrow("rows[1].score");
    expect(() => proofOfPrediction([{ ...row, months: -1 }])).toThrow("rows[0].months");
    expect(() => proofOfPrediction([row], { edges: [3, 1] })).toThrow("edges[1]");
  });
});
