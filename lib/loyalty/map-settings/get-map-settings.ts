import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import {
  loadMapTimeline,
  MAP_KEY,
  type MapSettings,
  mapSettingsAt,
  mapSettingsSchema,
  toLoyaltySettings,
} from "@/lib/facts/map-settings";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { rhythmCheck } from "@/lib/metrics";
import {
  loadSettingHistory,
  namedFields,
  type SettingChangeDto,
} from "@/lib/workspaces/setting-versions";
import { type EstimateDto, estimateDto } from "../estimate-dto";
import { perEpoch } from "../per-epoch";
import { buildMapPreview, type MapPreviewDto } from "./build-map-preview";

export type MapSettingsDto = {
  asOf: string;
  currency: string;
  /** What holds at the as-of date. */
  settings: MapSettings;
  /** What was asked for, with what it would move; null where nothing was. */
  proposed: { settings: MapSettings; preview: MapPreviewDto; rhythm: RhythmDto } | null;
  /** How often the late line was a false alarm in the past of these accounts. */
  rhythm: RhythmDto;
  /** Newest first. */
  history: SettingChangeDto[];
  canChange: boolean;
};

export type RhythmDto = { late: EstimateDto; lost: EstimateDto };

const HISTORY_SHOWN = 20;

function rhythmUnder(facts: WorkspaceFacts, settings: MapSettings): RhythmDto {
  const { lateFactor, lostAfterDays } = toLoyaltySettings(settings);
  return perEpoch(facts, `rhythm check ${lateFactor} ${lostAfterDays}`, () => {
    const rows = facts.units.map(({ history }) => ({
      orderDays: history.orders.orderDays,
      quietRanges: history.quietRanges,
    }));
    const { late, lost } = rhythmCheck(rows, { lateFactor, lostAfterDays });
    return { late: estimateDto(late), lost: estimateDto(lost) };
  });
}

/**
 * The conventions of the map, and what others would move.
 *
 * @param input fields of other conventions; without any there is no preview
 */
export async function getMapSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<MapSettingsDto> {
  requirePermission(ctx, "figures:read");
  const given = mapSettingsSchema.partial().parse(input ?? {});
  const changes = namedFields(given, input);
  const asOfDay = dayNumber(ctx.asOf);
  return withFacts(ctx, async (tx, facts) => {
    const settings = mapSettingsAt(await loadMapTimeline(tx, ctx.workspace.id), asOfDay);
    const other = mapSettingsSchema.parse({ ...settings, ...changes });
    return {
      asOf: ctx.asOf,
      currency: ctx.workspace.currency,
      settings,
      proposed:
        Object.keys(changes).length === 0
          ? null
          : {
              settings: other,
              preview: buildMapPreview(facts, facts.units, asOfDay, other),
              rhythm: rhythmUnder(facts, other),
            },
      rhythm: rhythmUnder(facts, settings),
      history: await loadSettingHistory(tx, ctx.workspace.id, MAP_KEY, HISTORY_SHOWN),
      canChange: can(ctx.actor, "setting:write"),
    };
  });
}
