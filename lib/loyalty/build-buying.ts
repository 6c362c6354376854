import type { OwnRoom } from "./build-grow";
import { measureTiles, type Targets } from "./build-tiles";
import { buildCurve } from "./buying/build-curve";
import { buildGaps } from "./buying/build-gaps";
import { buildOrders } from "./buying/build-orders";
import { buildMatrix, upsellOf } from "./buying/build-types";
import { buildWallet, walletOf } from "./buying/build-wallet";
import type { OrderQuarter } from "./buying/load-order-amounts";
import type { BuyingDto, SegmentBuyingDto } from "./buying.types";
import type { SegmentUnits } from "./load-filter";
import { salesMeasure, upsellMeasure } from "./measures/customer-measures";
import { type Deliveries, deliveryMeasure } from "./measures/delivery-measure";
import { secondOrderMeasures } from "./measures/newcomer-measures";
import { boughtAgainMeasure, discountMeasure, repurchaseMeasure } from "./measures/order-measures";
import { spendMeasure } from "./measures/value-measures";
import { walletMeasure } from "./measures/wallet-measure";
import type { Scene } from "./scene";

export function buildBuyingTiles(scene: Scene, targets: Targets, deliveries: Deliveries) {
  const measures = [
    repurchaseMeasure,
    boughtAgainMeasure,
    ...secondOrderMeasures,
    upsellMeasure,
    walletMeasure,
    salesMeasure,
    spendMeasure,
    discountMeasure,
    deliveryMeasure(deliveries),
  ];
  return measureTiles(measures, scene, targets);
}

/** What of the page hangs on the accounts, their orders and the room with them. */
export function buildBuying(
  scene: Scene,
  quarters: readonly OrderQuarter[],
  room: OwnRoom,
): Pick<BuyingDto, "curve" | "orders" | "matrix" | "gaps" | "wallet"> {
  const { facts, units, asOfDay } = scene;
  return {
    curve: buildCurve(scene),
    orders: buildOrders(quarters, units, scene.settings.fewestForStatistic),
    matrix: buildMatrix(scene),
    gaps: buildGaps(room, facts, asOfDay),
    wallet: buildWallet(facts, units, asOfDay),
  };
}

/** All accounts of the filter first, then every segment. */
export function buildSegmentRows(
  { facts, units, asOfDay }: Scene,
  segments: readonly SegmentUnits[],
): SegmentBuyingDto[] {
  return [{ id: null, name: null, units }, ...segments].map(({ id, name, units: own }) => ({
    id,
    name,
    ...upsellOf(facts, own, asOfDay),
    ...walletOf(facts, own, asOfDay),
  }));
}
