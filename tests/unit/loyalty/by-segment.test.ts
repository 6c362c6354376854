import { expect, test } from "vitest";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { buildSegmentRows } from "@/lib/loyalty/build-buying";
import { differsOf } from "@/lib/loyalty/measures/differs";
import type { Difference } from "@/lib/metrics";
import { sceneOf } from "./workspace-of";

const HALF = 20;
const EVERYBODY = { kind: "all" as const, rules: [] };

test("a segment that buys more types than the others is said to; one that is like them is not", async () => {
  const accounts = Array.from({ length: 2 * HALF }, (_, at) => ({
    orderMinor: 10_000,
    productTypes: at < HALF ? 3 : 1,
  }));
  const scene = sceneOf(accounts);
  const owned = ({ productTypes }: UnitFacts) => new Set(productTypes.keys());
  const of = (id: string, keeps: (at: number) => boolean) => ({
    ...{ id, name: id, rules: EVERYBODY },
    units: scene.units.filter((_, at) => keeps(at)),
  });
  const segments = [
    of("many", (at) => at < HALF),
    of("mixed", (at) => at % 2 === 0),
    of("one", (at) => at >= HALF),
    of("few", (at) => at < 5),
    of("everybody", () => true),
  ];
  const rows = await buildSegmentRows(scene, segments, owned);
  expect(rows.map(({ name, upsellDiffers }) => [name, upsellDiffers])).toEqual([
    [null, null],
    ["many", "above"],
    ["mixed", "notReal"],
    ["one", "below"],
    ["few", null],
    ["everybody", null],
  ]);
  expect(rows.every(({ walletDiffers }) => walletDiffers === null)).toBe(true);
});

test("of many tests with nothing behind them, one in twenty is not called real", () => {
  const chance = (pValue: number): Difference => ({
    ...{ value: 1, n: 20, interval: null, isRealChange: pValue < 0.05, pValue },
  });
  expect(differsOf([chance(0.04)])).toEqual(["above"]);
  const twenty = Array.from({ length: 20 }, (_, at) => chance(0.04 + 0.045 * at));
  expect(new Set(differsOf(twenty))).toEqual(new Set(["notReal"]));
  expect(differsOf([null, chance(0.001)])).toEqual([null, "above"]);
});
