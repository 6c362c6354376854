import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { buildBuying, buildBuyingTiles, buildSegmentRows } from "./build-buying";
import { roomWith } from "./build-grow";
import { buildGaps } from "./buying/build-gaps";
import { loadDeliveries } from "./buying/load-deliveries";
import { orderAmounts } from "./buying/order-amounts";
import { ownedTypes } from "./buying/owned-types";
import type { BuyingDto } from "./buying.types";
import { definitionsOf } from "./definitions";
import { loadFilter, loadSegmentUnits } from "./load-filter";
import { loadTargets } from "./load-targets";
import { perEpochLoaded, perSelectionLoaded } from "./per-epoch";
import { comparedDay, sceneFor } from "./scene";
import { buyingInput } from "./view-input";

const DEFINITIONS = [
  "repurchaseCurve",
  "spendPerTransaction",
  "ordersPerCustomer",
  "productTypeMatrix",
  "upsellRatio",
  "whiteSpace",
  "roomToGrow",
  "shareOfKnownWallets",
  "walletAllocation",
] as const;

/** How far the orders reach; not said of a day before. */
function ordersToOf(ordersToDay: number | null, asOfDay: number): string | null {
  return ordersToDay === null || ordersToDay > asOfDay ? null : isoOfDay(ordersToDay);
}

/** Do customers come back, what else could they buy, and how much of what they spend is ours? */
export async function getBuying({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<BuyingDto> {
  requirePermission(ctx, "figures:read");
  const { allGaps = false, ...wanted } = buyingInput.parse(input);
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
      const asOfDay = dayNumber(filter.asOf);
      const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
      const targets = await loadTargets(
        tx,
        ctx.workspace.id,
        filter.segment?.id ?? null,
        filter.asOf,
      );
      const deliveries = await perEpochLoaded(facts, `deliveries ${asOfDay}`, () =>
        loadDeliveries(tx, facts, asOfDay),
      );
      const owned = ownedTypes(facts, asOfDay);
      const room = roomWith(facts, units, asOfDay);
      const segments = await loadSegmentUnits(tx, facts, filter.owner?.id ?? null, asOfDay);
      const named = JSON.stringify(segments.map(({ id, name, rules }) => [id, name, rules]));
      const parts = await perSelectionLoaded(
        units,
        `buying ${asOfDay} ${facts.employeesVersion}`,
        () => buildBuying(scene, orderAmounts(facts, asOfDay), room, owned),
      );
      const rows = await perSelectionLoaded(units, `buying by ${asOfDay} ${named}`, () =>
        buildSegmentRows(scene, segments, owned),
      );
      const aims = [...targets].map(([key, value]) => `${key}=${value}`).join();
      const compared = `${asOfDay} ${scene.compareDay} ${aims}`;
      const measured = await perSelectionLoaded(units, `buying tiles ${compared}`, () =>
        buildBuyingTiles(scene, targets, deliveries, owned),
      );
      return {
        currency: filter.currency,
        filter,
        ordersTo: ordersToOf(facts.ordersToDay, asOfDay),
        ...measured,
        ...parts,
        ...(allGaps ? { gaps: buildGaps(room, facts, asOfDay, { all: true }) } : {}),
        segments: rows,
        definitions: definitionsOf(
          [...DEFINITIONS, ...measured.tiles.map(({ definitionKey }) => definitionKey)],
          ctx.locale,
        ),
      };
    },
    days,
  );
}
