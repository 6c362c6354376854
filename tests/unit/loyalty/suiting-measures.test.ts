import { expect, test } from "vitest";
import { MEASURES } from "@/lib/loyalty/build-tiles";
import { isHidden } from "@/lib/loyalty/measures/measure";
import { suitingMeasures } from "@/lib/loyalty/suiting-measures";
import { type Given, sceneOf } from "./workspace-of";

const some = (given: Given) => Array.from({ length: 12 }, () => given);

test.each<[string, Given[]]>([
  ["nothing but names", some({})],
  ["answers alone", some({ nps: [9], csat: [5] })],
  ["contracts alone", some({ openingMinor: 100, closingMinor: 90 })],
  ["orders without a list price or a margin", some({ orderMinor: 50 })],
  ["discounts", some({ orderMinor: 50, listMinor: 60, discountedListMinor: 60 })],
  ["list prices nobody was below", some({ orderMinor: 50, listMinor: 60 })],
  ["margins", some({ orderMinor: 50, marginMinor: 20 })],
  ["wallets and types", some({ orderMinor: 50, walletMinor: 4_000, productTypes: 3 })],
])("of %s, those measures suit whose figure is not hidden", (_, given) => {
  const scene = sceneOf(given);
  const shown = MEASURES.filter((measure) => !isHidden(measure.figure(scene)));
  expect(suitingMeasures(scene)).toEqual(shown.map(({ key }) => key));
});
