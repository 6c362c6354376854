import { setImmediate as nextTurn } from "node:timers/promises";
import { inTurns } from "@/lib/facts/in-turns";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import type { OwnRoom } from "./build-grow";
import { measureInTurns, type Targets } from "./build-tiles";
import { buildCurve } from "./buying/build-curve";
import { buildGaps } from "./buying/build-gaps";
import { buildOrders } from "./buying/build-orders";
import { buildMatrix, upsellEstimate, upsellOf } from "./buying/build-types";
import { buildWallet, walletEstimate, walletOf } from "./buying/build-wallet";
import type { OrderQuarter } from "./buying/order-amounts";
import type { OwnedTypes } from "./buying/owned-types";
import type { BuyingDto, SegmentBuyingDto } from "./buying.types";
import type { SegmentUnits } from "./load-filter";
import { salesMeasure, upsellMeasureOf } from "./measures/customer-measures";
import { type Deliveries, deliveryMeasure } from "./measures/delivery-measure";
import { figuresDiffer } from "./measures/difference-of";
import { differsOf } from "./measures/differs";
import { secondOrderMeasures } from "./measures/newcomer-measures";
import { boughtAgainMeasure, discountMeasure, repurchaseMeasure } from "./measures/order-measures";
import { spendMeasure } from "./measures/value-measures";
import { walletMeasure } from "./measures/wallet-measure";
import { othersOf } from "./others-of";
import type { Scene } from "./scene";

const NONE: ReadonlySet<string> = new Set();

/** The page's measures, giving way between them. */
export async function buildBuyingTiles(
  scene: Scene,
  targets: Targets,
  deliveries: Deliveries,
  owned: OwnedTypes,
): Promise<Pick<BuyingDto, "tiles" | "hidden">> {
  const measures = [
    repurchaseMeasure,
    boughtAgainMeasure,
    ...secondOrderMeasures,
    upsellMeasureOf(({ id }) => owned.get(id) ?? NONE),
    walletMeasure,
    salesMeasure,
    spendMeasure,
    discountMeasure,
    deliveryMeasure(deliveries),
  ];
  return measureInTurns(measures, scene, targets);
}

/** What of the page hangs on the accounts, their orders and the room with them; gives way between its parts. */
export async function buildBuying(
  scene: Scene,
  quarters: readonly OrderQuarter[],
  room: OwnRoom,
  owned: OwnedTypes,
): Promise<Pick<BuyingDto, "curve" | "orders" | "matrix" | "gaps" | "wallet">> {
  const { facts, units, asOfDay } = scene;
  const orders: BuyingDto["orders"] = [];
  await inTurns(quarters, (quarter) => {
    orders.push(buildOrders(quarter, units, scene.settings.fewestForStatistic));
  });
  const curve = buildCurve(scene);
  await nextTurn();
  const matrix = buildMatrix(scene, owned);
  await nextTurn();
  const gaps = buildGaps(room, facts, asOfDay);
  await nextTurn();
  return { curve, orders, matrix, gaps, wallet: buildWallet(facts, units, asOfDay) };
}

/** Both figures of a segment against those of all the other accounts; null where either side is too few. */
function testsOf(
  { facts, units, asOfDay, settings }: Scene,
  own: readonly UnitFacts[],
  owned: OwnedTypes,
) {
  const [mine, theirs] = [own, othersOf(units, own)].map((some) => ({
    upsell: upsellEstimate(facts, some, asOfDay, owned).share,
    wallet: walletEstimate(facts, some, asOfDay),
  }));
  const held = (key: "upsell" | "wallet") => {
    const [a, b] = [mine?.[key], theirs?.[key]];
    if (!a || !b || Math.min(a.n, b.n) < settings.fewestForStatistic) return null;
    return figuresDiffer(a, b);
  };
  return { upsell: held("upsell"), wallet: held("wallet") };
}

/** All accounts of the filter first, then every segment; gives way between them. */
export async function buildSegmentRows(
  scene: Scene,
  segments: readonly SegmentUnits[],
  owned: OwnedTypes,
): Promise<SegmentBuyingDto[]> {
  const { facts, units, asOfDay } = scene;
  const rows: Omit<SegmentBuyingDto, "upsellDiffers" | "walletDiffers">[] = [];
  const tests: ReturnType<typeof testsOf>[] = [];
  await inTurns([{ id: null, name: null, units }, ...segments], ({ id, name, units: own }) => {
    rows.push({
      id,
      name,
      ...upsellOf(facts, own, asOfDay, owned),
      ...walletOf(facts, own, asOfDay),
    });
    tests.push(id === null ? { upsell: null, wallet: null } : testsOf(scene, own, owned));
  });
  const upsell = differsOf(tests.map((test) => test.upsell));
  const wallet = differsOf(tests.map((test) => test.wallet));
  return rows.map((row, at) => ({
    ...row,
    upsellDiffers: upsell[at] ?? null,
    walletDiffers: wallet[at] ?? null,
  }));
}
