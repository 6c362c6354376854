import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActiveSpan, churnRates, customerRetention } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const snapshots = { openingDay: 100, closingDay: 465 };
const since = (fromDay: number, untilDay: number | null = null): ActiveSpan[] => [
  { fromDay, untilDay },
];
const many = (count: number, spans: ActiveSpan[]) => Array.from({ length: count }, () => spans);

const span = fc
  .record({
    fromDay: fc.integer({ min: 0, max: 600 }),
    days: fc.option(fc.integer({ min: 0, max: 300 })),
  })
  .map(({ fromDay, days }) => ({ fromDay, untilDay: days === null ? null : fromDay + days }));
const accounts = fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 20 });

describe("churn by four denominators", () => {
  it("gives 10, 13.6, 12.7 and 13.7 % of one and the same year", () => {
    const rates = churnRates(
      [
        ...many(90, since(0)),
        ...many(10, since(0, 282)),
        ...many(16, since(282)),
        ...many(4, since(282, 373)),
      ],
      snapshots,
    );
    expect(rates.lines).toEqual({
      opening: 100,
      lost: 10,
      joined: 16,
      wonBack: 0,
      cameAndWent: 4,
      leftAndReturned: 0,
      closing: 106,
    });
    expect(rates.byStart).toMatchObject({ value: 0.1, n: 100, interval: { method: "wilson" } });
    expect(known(rates.byMean).value).toBeCloseTo(14 / 103, 12);
    expect(known(rates.actuarial).value).toBeCloseTo(14 / 110, 12);
    expect(rates.actuarial).toMatchObject({
      n: 120,
      interval: { method: "wilson", effectiveN: 110 },
    });
    expect(rates.accountDays).toBe(90 * 365 + 10 * 182 + 16 * 183 + 4 * 91);
    expect(known(rates.byExposure).value).toBeCloseTo(
      1 - Math.exp((-14 / rates.accountDays) * 365),
      12,
    );
  });

  it("has Poisson limits for counts over a number: 14 ends run from 7.654 to 23.490", () => {
    const rates = churnRates([...many(89, since(0)), ...many(14, since(0, 465))], snapshots);
    const [low, high] = limitsOf(rates.byMean);
    const mean = (103 + 89) / 2;
    expect(low * mean).toBeCloseTo(7.654, 3);
    expect(high * mean).toBeCloseTo(23.49, 2);
    const [least, most] = limitsOf(rates.byExposure);
    expect((-Math.log(1 - least) / 365) * rates.accountDays).toBeCloseTo(7.654, 3);
    expect((-Math.log(1 - most) / 365) * rates.accountDays).toBeCloseTo(23.49, 2);
    expect(rates.byMean).toMatchObject({ n: 103, interval: { method: "poissonExact", n: 103 } });
    expect(rates.byExposure).toMatchObject({ interval: { method: "poissonExact", n: 103 } });
  });

  it("tells joined, won back, came and went, and left and returned apart", () => {
    const rates = churnRates(
      [
        since(101),
        [...since(0, 50), ...since(200)],
        since(200, 300),
        [...since(0, 150), ...since(180)],
        since(0, 100),
        since(466),
        since(100),
        [],
      ],
      snapshots,
    );
    expect(rates.lines).toEqual({
      opening: 2,
      lost: 0,
      joined: 1,
      wonBack: 1,
      cameAndWent: 1,
      leftAndReturned: 1,
      closing: 4,
    });
    expect(rates.accountDays).toBe(364 + 265 + 100 + (50 + 285) + 365);
    // One came and went; of three who came in between half count as there for the whole period.
    expect(rates.actuarial).toMatchObject({ value: 1 / (2 + 3 / 2), n: 5 });
  });

  it("ends on the closing day count, ends on the opening day do not: both are closes of a day", () => {
    const lostOn = (day: number) => churnRates([since(0, day), since(0)], snapshots).lines;
    expect(lostOn(100)).toMatchObject({ opening: 1, lost: 0 });
    expect(lostOn(101)).toMatchObject({ opening: 2, lost: 1 });
    expect(lostOn(465)).toMatchObject({ opening: 2, lost: 1 });
    expect(lostOn(466)).toMatchObject({ opening: 2, lost: 0 });
    expect(churnRates([since(0, 465)], snapshots).byExposure).toMatchObject({
      value: 1 - Math.exp(-1),
    });
    expect(churnRates([since(0, 466)], snapshots).byExposure).toMatchObject({ value: 0 });
    expect(churnRates([since(0, 100), since(0)], snapshots).byExposure).toMatchObject({ value: 0 });
  });

  it("takes touching and overlapping times of one account for one", () => {
    const whole = churnRates([since(0, 400), since(0)], snapshots);
    const parts: ActiveSpan[] = [
      { fromDay: 250, untilDay: 400 },
      { fromDay: 0, untilDay: 200 },
      { fromDay: 200, untilDay: 300 },
      { fromDay: 210, untilDay: 220 },
      { fromDay: 420, untilDay: 420 },
    ];
    expect(churnRates([parts, since(0)], snapshots)).toEqual(whole);
    expect(churnRates([since(0, 400), [...since(0), ...since(150, 200)]], snapshots)).toEqual(
      whole,
    );
  });

  it("leads from the opening to the closing number, and agrees with customer retention", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const { lines, byStart, accountDays, ...rates } = churnRates(list, snapshots);
        expect(lines.opening - lines.lost + lines.joined + lines.wonBack).toBe(lines.closing);
        const isActive = (spans: ActiveSpan[], day: number) =>
          spans.some(({ fromDay, untilDay }) => fromDay <= day && (untilDay ?? 999) > day);
        const retention = customerRetention(
          list.map((spans) => ({
            isActiveAtStart: isActive(spans, 100),
            isActiveAtEnd: isActive(spans, 465),
          })),
        );
        expect(byStart.value).toBe(
          retention.churn.value === null ? null : retention.lost / retention.churn.n,
        );
        for (const rate of [byStart, ...Object.values(rates)]) expectContained(rate);
        expect(accountDays).toBeLessThanOrEqual(365 * list.length);
        expect(churnRates([...list].reverse(), snapshots).byExposure).toEqual(rates.byExposure);
      }),
    );
  });

  it("duplicating every account changes no rate", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const once = churnRates(list, snapshots);
        const twice = churnRates([...list, ...list], snapshots);
        for (const rate of ["byStart", "byMean", "actuarial", "byExposure"] as const) {
          const [a, b] = [once[rate].value, twice[rate].value];
          if (a === null || b === null) expect(b).toBe(a);
          else expect(b).toBeCloseTo(a, 12);
        }
      }),
    );
  });

  it("is the same rate by all four where customers are lost at the very end", () => {
    const rates = churnRates([...many(99, since(0)), ...many(1, since(0, 465))], snapshots);
    expect(rates.byStart.value).toBeCloseTo(0.01, 12);
    expect(rates.actuarial.value).toBeCloseTo(0.01, 12);
    expect(rates.byExposure.value).toBeCloseTo(0.01, 4);
    expect(rates.byMean.value).toBeCloseTo(1 / 99.5, 12);
  });

  it("is not known where nobody was a customer, or more were lost than there are to lose", () => {
    expect(churnRates([since(0, 200)], snapshots).actuarial.value).toBe(1);
    const none = churnRates([], snapshots);
    expect(none.byStart).toEqual({ value: null, n: 0, reason: "noData" });
    for (const rate of [none.byMean, none.actuarial, none.byExposure])
      expect(rate).toEqual({ value: null, n: 0, reason: "zeroDenominator" });
    const passing = churnRates(many(2, since(200, 210)), snapshots);
    expect(passing.actuarial).toEqual({ value: null, n: 2, reason: "zeroDenominator" });
    expect(passing.byMean).toEqual({ value: null, n: 2, reason: "zeroDenominator" });
    expect(passing.byExposure.value).toBeCloseTo(1 - Math.exp((-2 / 20) * 365), 12);
  });

  it("names account and row of a time that ends before it begins", () => {
    expect(() => churnRates([[], [...since(0), ...since(9, 8)]], snapshots)).toThrow(
      "accounts[1][1].untilDay must not come before its fromDay",
    );
    expect(() => churnRates([since(0.5)], snapshots)).toThrow(/accounts\[0\]\[0\].fromDay/);
    expect(() => churnRates([since(0, 1.5)], snapshots)).toThrow(/accounts\[0\]\[0\].untilDay/);
    expect(() => churnRates([], { openingDay: 5, closingDay: 5 })).toThrow(/snapshots/);
  });
});
