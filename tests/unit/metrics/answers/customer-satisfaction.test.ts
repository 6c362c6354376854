import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsatScale, customerSatisfaction, meanInterval, wilsonInterval } from "@/lib/metrics";
import { expectContained, known } from "../intervals";

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });

describe("customer satisfaction", () => {
  it("counts the two satisfied steps of every scale", () => {
    const share = (scale: CsatScale) =>
      customerSatisfaction(
        Array.from({ length: scale }, (_, index) => index + 1),
        { scale },
      );
    expect(share(3)).toMatchObject({ value: 2 / 3, topBoxes: 2, scale: 3 });
    expect(share(4)).toMatchObject({ value: 2 / 4, topBoxes: 2 });
    expect(share(5)).toMatchObject({ value: 2 / 5, topBoxes: 2 });
    expect(share(7)).toMatchObject({ value: 2 / 7, topBoxes: 2, scale: 7 });
  });

  it("stands with the top box and the mean, each with its own interval", () => {
    const given = [5, 5, 4, 4, 3, 2, 5, 4];
    const csat = customerSatisfaction(given, { scale: 5, population: 20 });
    expect(csat).toMatchObject(wilsonInterval(6, 8, { population: 20 }));
    expect(csat.topBox).toEqual(wilsonInterval(3, 8, { population: 20 }));
    expect(csat.mean).toEqual(meanInterval(given, { population: 20 }));
    expect(csat.mean.value).toBe(4);
    expect(csat.bounds).toEqual({ low: expect.closeTo(0.3, 12), high: expect.closeTo(0.9, 12) });
    expect(customerSatisfaction(given, { scale: 5 }).bounds).toBeNull();
  });

  it("takes another number of top boxes where it is told to", () => {
    const three = customerSatisfaction([5, 4, 3, 2], { scale: 5, topBoxes: 3 });
    expect(three).toMatchObject({ value: 0.75, topBoxes: 3 });
    const one = customerSatisfaction([5, 4, 3, 2], { scale: 5, topBoxes: 1 });
    expect(one.value).toBe(one.topBox.value);
  });

  it("never falls when one answer rises, in any of its three figures", () => {
    fc.assert(
      fc.property(answers, ([first = 1, ...rest]) => {
        const before = customerSatisfaction([first, ...rest], { scale: 5 });
        const after = customerSatisfaction([Math.min(5, first + 1), ...rest], { scale: 5 });
        for (const figure of [before, before.topBox, before.mean]) expectContained(figure);
        expect(known(after).value).toBeGreaterThanOrEqual(known(before).value);
        expect(known(after.topBox).value).toBeGreaterThanOrEqual(known(before.topBox).value);
        expect(known(after.mean).value).toBeGreaterThanOrEqual(known(before.mean).value);
        expect(known(before.topBox).value).toBeLessThanOrEqual(known(before).value);
      }),
    );
  });

  it("does not depend on the order of answers, and merges disjoint groups to the whole", () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const of = (list: number[]) => known(customerSatisfaction(list, { scale: 5 })).value;
        expect(of(a.toReversed())).toBe(of(a));
        const whole = (of(a) * a.length + of(b) * b.length) / (a.length + b.length);
        expect(of([...a, ...b])).toBeCloseTo(whole, 12);
      }),
    );
  });

  it("keeps the scale with the question: an answer given on another one is refused", () => {
    const stored = [
      { value: 7, scale: 7 },
      { value: 2, scale: 7 },
    ];
    expect(customerSatisfaction(stored, { scale: 7 })).toMatchObject({ value: 0.5, scale: 7 });
    expect(() => customerSatisfaction([...stored, { value: 5, scale: 5 }], { scale: 7 })).toThrow(
      "answers[2] was given on a scale of 5, not of 7",
    );
    expect(() => customerSatisfaction([{ value: 8, scale: 7 }], { scale: 7 })).toThrow(
      /^answers\[0\]\.value must lie between 1 and 7/,
    );
    expect(() => customerSatisfaction([5, 6], { scale: 5 })).toThrow(
      /^answers\[1\] must lie between 1 and 5/,
    );
    expect(() => customerSatisfaction([0], { scale: 5 })).toThrow(RangeError);
  });

  it("knows the scales of 3, 4, 5 and 7 steps and no other", () => {
    for (const scale of [2, 6, 10])
      expect(() => customerSatisfaction([1], { scale: scale as CsatScale })).toThrow(
        `scale must be 3, 4, 5 or 7, got ${scale}`,
      );
    expect(() => customerSatisfaction([1], { scale: 5, topBoxes: 5 })).toThrow(
      /^topBoxes must lie between 1 and 4/,
    );
    expect(() => customerSatisfaction([1], { scale: 5, topBoxes: 0 })).toThrow(/^topBoxes/);
  });

  it("of nobody is not known in any of its figures", () => {
    const none = { value: null, n: 0, reason: "noData" };
    expect(customerSatisfaction([], { scale: 5, population: 9 })).toEqual({
      ...none,
      topBox: none,
      mean: none,
      scale: 5,
      topBoxes: 2,
      bounds: null,
    });
  });
});
