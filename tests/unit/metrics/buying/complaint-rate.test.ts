import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complaintRate } from "@/lib/metrics";
import { expectContained, expectSame, known, limitsOf } from "../intervals";

const rows = fc.array(
  fc.record({ complaints: fc.nat({ max: 5 }), exposure: fc.nat({ max: 100 }) }),
  { maxLength: 20 },
);

describe("the complaint rate", () => {
  it("is per 100 orders or account-months", () => {
    const rate = known(
      complaintRate([
        { complaints: 3, exposure: 150 },
        { complaints: 1, exposure: 50 },
        { complaints: 0, exposure: 200 },
      ]),
    );
    expect(rate).toMatchObject({ value: 1, n: 3 });
  });

  it("without a complaint has an upper limit, never certainty", () => {
    const none = complaintRate([
      { complaints: 0, exposure: 40 },
      { complaints: 0, exposure: 60 },
    ]);
    expect(none.value).toBe(0);
    expect(limitsOf(none)[0]).toBe(0);
    expect(limitsOf(none)[1]).toBeCloseTo(3.6889, 4);
    expect(none).toMatchObject({ interval: { method: "poissonExact", n: 2 } });
  });

  it("has exact Poisson limits of 4.795 to 18.390 for ten complaints on one account", () => {
    const ten = complaintRate([{ complaints: 10, exposure: 100 }]);
    expect(limitsOf(ten)[0]).toBeCloseTo(4.7954, 4);
    expect(limitsOf(ten)[1]).toBeCloseTo(18.3904, 4);
    expect(ten).toMatchObject({ interval: { n: 1 } });
  });

  it("doubts more where one angry account complains often, by the ratio estimator", () => {
    const even = complaintRate(Array.from({ length: 10 }, () => ({ complaints: 2, exposure: 50 })));
    const angry = complaintRate(
      Array.from({ length: 10 }, (_, i) => ({ complaints: i === 0 ? 20 : 0, exposure: 50 })),
    );
    expect(even.value).toBe(4);
    expect(angry.value).toBe(4);
    expect(even).toMatchObject({ interval: { method: "poissonExact" } });
    // u = 2000 - 200 once and -200 nine times: SE = root of (10/9 x (1800² + 9 x 200²)) / 500 = 4
    expect(angry).toMatchObject({ interval: { method: "ratio", low: 0 } });
    expect(limitsOf(angry)[1]).toBeCloseTo(4 + 4 * 1.959963985, 9);
  });

  it("is never surer than chance alone allows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const rate = complaintRate(list);
        expectContained(rate);
        if (rate.value === null) return;
        const complaints = list.reduce((sum, row) => sum + row.complaints, 0);
        const exposure = list.reduce((sum, row) => sum + row.exposure, 0);
        const alone = limitsOf(complaintRate([{ complaints, exposure }]));
        const [low, high] = limitsOf(rate);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high - low).toBeGreaterThanOrEqual((alone[1] - alone[0]) / 2);
        if (rate.value > 0) expect(high).toBeGreaterThan(rate.value);
      }),
    );
  });

  it("does not change with the order of accounts or a second copy, and merges to the weighted whole", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expectSame(complaintRate([...a].reverse()), complaintRate(a));
        expectSame(complaintRate([...a, ...a]), complaintRate(a));
        const exposure = (list: typeof a) => list.reduce((sum, row) => sum + row.exposure, 0);
        const whole = complaintRate([...a, ...b]).value;
        if (whole === null || exposure(a) === 0 || exposure(b) === 0) return;
        const parts = [a, b].map((list) => (complaintRate(list).value ?? 0) * exposure(list));
        expect(whole * exposure([...a, ...b])).toBeCloseTo((parts[0] ?? 0) + (parts[1] ?? 0), 6);
      }),
    );
  });

  it("is not known without accounts or without exposure", () => {
    expect(complaintRate([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(complaintRate([{ complaints: 1, exposure: 0 }])).toEqual({
      value: null,
      n: 1,
      reason: "zeroDenominator",
    });
  });

  it("names the row of half a complaint or a negative exposure", () => {
    const good = { complaints: 0, exposure: 1 };
    expect(() => complaintRate([good, { complaints: 0.5, exposure: 1 }])).toThrow(
      /rows\[1\].complaints/,
    );
    expect(() => complaintRate([good, { complaints: 1, exposure: -1 }])).toThrow(
      /rows\[1\].exposure/,
    );
  });
});
