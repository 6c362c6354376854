import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DEFAULT_MAP_SETTINGS,
  mapSettingsAt,
  mapSettingsSchema,
  mapTimeline,
  toLoyaltySettings,
} from "@/lib/facts/map-settings";
import { defaultLoyaltySettings, sensitivityCuts } from "@/lib/metrics";

test("what was never changed is exactly what the formulas are delivered with", () => {
  expect(toLoyaltySettings(DEFAULT_MAP_SETTINGS)).toEqual(defaultLoyaltySettings);
});

test("8 and CSat 4 as a yes are the same cut as the map's own sensitivity", () => {
  const cut = sensitivityCuts().find(({ key }) => key === "eightAndFourAreYes");
  const settings = { ...DEFAULT_MAP_SETTINGS, npsYesFrom: 8 as const, csatYesFrom: 4 as const };
  expect(toLoyaltySettings(settings).points).toEqual(cut?.settings.points);
});

test("a number off its range is refused in words that name what would do", () => {
  const parsed = mapSettingsSchema.partial().safeParse({ answerDays: 20 });
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ["answerDays"],
    message: "Give at least 90.",
  });
  expect(mapSettingsSchema.partial().safeParse({ npsYesFrom: 7 }).success).toBe(false);
});

const version = (fromDay: number, answerDays: number) => ({
  fromDay,
  value: { ...DEFAULT_MAP_SETTINGS, answerDays },
});

test("a version holds from its day on, and over all that were made before it for later days", () => {
  const timeline = mapTimeline([version(100, 200), version(200, 300), version(150, 400)]);
  const at = (day: number) => mapSettingsAt(timeline, day).answerDays;
  expect([at(99), at(100), at(149), at(150), at(500)]).toEqual([365, 200, 200, 400, 400]);
});

test("of any versions, the one made last holds on every day from its first on", () => {
  const versions = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 90, max: 400 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(versions, fc.nat(60), (made, day) => {
      const timeline = mapTimeline(made.map(([fromDay, days]) => version(fromDay, days)));
      const last = made.findLast(([fromDay]) => fromDay <= day);
      const expected = last === undefined ? DEFAULT_MAP_SETTINGS.answerDays : last[1];
      expect(mapSettingsAt(timeline, day).answerDays).toBe(expected);
    }),
  );
});
