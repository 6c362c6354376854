import { z } from "zod";
import type { Reader } from "@/lib/db/with-workspace-sql";
import { dayNumber } from "@/lib/format/calendar";
import { defaultLoyaltySettings, type LoyaltySettings, shareOf } from "@/lib/metrics";

export const MAP_KEY = "map";

const whole = (low: number, high: number) =>
  z.coerce
    .number({ error: "Give a whole number." })
    .int("Give a whole number.")
    .min(low, `Give at least ${low}.`)
    .max(high, `Give at most ${high}.`);

const CHOICE = "Choose one of the list.";

export const MAP_WAYS = ["leastConvinced", "signerFirst", "everyPerson", "everyAnswer"] as const;

const standard = defaultLoyaltySettings;

/** The conventions of the map a workspace may change. A stored version lacks what came later: the default. */
export const mapSettingsSchema = z.object({
  /** The lowest recommendation that counts as a yes. */
  npsYesFrom: z.coerce
    .number({ error: CHOICE })
    .pipe(z.union([z.literal(8), z.literal(9), z.literal(10)], { error: CHOICE }))
    .default(9),
  /** The lowest of five steps of satisfaction that counts as a yes; the other scales follow. */
  csatYesFrom: z.coerce
    .number({ error: CHOICE })
    .pipe(z.union([z.literal(4), z.literal(5)], { error: CHOICE }))
    .default(5),
  way: z.enum(MAP_WAYS, { error: CHOICE }).default(standard.way),
  /** An answer counts for so many days. */
  answerDays: whole(90, 1095).default(standard.answerDays),
  /** No answer yet is no answer after so many days. */
  tooRecentDays: whole(1, 90).default(standard.tooRecentDays),
  /** So many per cent less revenue lie on the line of behaviour. */
  lessPercent: whole(5, 50).default(20),
  /** An order is late after so many usual intervals. */
  lateFactor: z.coerce
    .number({ error: "Give a number." })
    .min(1.25, "Give at least 1.25.")
    .max(5, "Give at most 5.")
    .default(standard.lateFactor),
  /** An order customer is never counted as lost before so many days. */
  lostAfterDays: whole(14, 365).default(standard.lostAfterDays),
  countsWallet: z.stringbool().or(z.boolean()).default(standard.countsWallet),
  /** Heard from: an answer or a contact within so many days. */
  heardDays: whole(30, 730).default(standard.heardDays),
  /** Below so many answers or accounts they are shown themselves, and no statistic. */
  fewestForStatistic: whole(5, 100).default(standard.fewestForStatistic),
});
export type MapSettings = z.infer<typeof mapSettingsSchema>;

export const DEFAULT_MAP_SETTINGS: MapSettings = mapSettingsSchema.parse({});

function moved(row: readonly number[], index: number, from: number): number[] {
  return row.map((point, at) => (at === index ? (row[from] ?? point) : point));
}

function pointsOf({ npsYesFrom, csatYesFrom }: MapSettings): LoyaltySettings["points"] {
  const { points } = standard;
  const nps =
    npsYesFrom === 8
      ? moved(points.nps, 8, 9)
      : npsYesFrom === 10
        ? moved(points.nps, 9, 8)
        : points.nps;
  if (csatYesFrom === 5) return { ...points, nps };
  return {
    ...points,
    nps,
    satisfaction5: moved(points.satisfaction5, 3, 4),
    satisfaction7: moved(points.satisfaction7, 5, 6),
    satisfaction4: moved(points.satisfaction4, 2, 3),
    satisfaction3: moved(points.satisfaction3, 1, 2),
  };
}

export function toLoyaltySettings(settings: MapSettings): LoyaltySettings {
  const { npsYesFrom: _, csatYesFrom: __, lessPercent, ...same } = settings;
  return {
    ...standard,
    ...same,
    points: pointsOf(settings),
    keptLine: shareOf(100 - lessPercent, 100) ?? standard.keptLine,
  };
}

export type MapVersion = { fromDay: number; value: MapSettings };

/**
 * What held from which day on: a version holds from its first day, and over every earlier version of later
 * days, until the next one.
 *
 * @param versions in the order they were made
 */
export function mapTimeline(versions: readonly MapVersion[]): MapVersion[] {
  const timeline: MapVersion[] = [];
  for (const version of versions) {
    while ((timeline.at(-1)?.fromDay ?? Number.NEGATIVE_INFINITY) >= version.fromDay)
      timeline.pop();
    timeline.push(version);
  }
  return timeline;
}

/** Every version of the map's conventions, each with its first day. */
export async function loadMapTimeline(tx: Reader, workspaceId: string): Promise<MapVersion[]> {
  const rows = await tx.$queryRaw<{ validFrom: string; value: unknown }[]>`
    SELECT valid_from::text AS "validFrom", value FROM setting_version
    WHERE workspace_id = ${workspaceId}::uuid AND key = ${MAP_KEY} ORDER BY created_at, id`;
  return mapTimeline(
    rows.map(({ validFrom, value }) => ({
      fromDay: dayNumber(validFrom),
      value: mapSettingsSchema.parse(value),
    })),
  );
}

export function mapSettingsAt(timeline: readonly MapVersion[], day: number): MapSettings {
  return timeline.findLast(({ fromDay }) => fromDay <= day)?.value ?? DEFAULT_MAP_SETTINGS;
}
