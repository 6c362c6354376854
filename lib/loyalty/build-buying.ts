import { setImmediate as nextTurn } from "node:timers/promises";
import { inTurns } from "@/lib/facts/in-turns";
import { blocksOf, others } from "@/lib/facts/per-block";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { shareOfWallet, upsellRatio } from "@/lib/metrics";
import type { OwnRoom } from "./build-grow";
import { measureInTurns, type Targets } from "./build-tiles";
import { buildCurve } from "./buying/build-curve";
import { buildGaps } from "./buying/build-gaps";
import { buildOrders } from "./buying/build-orders";
import { buildMatrix } from "./buying/build-types";
import { buildWallet, walletCoverage } from "./buying/build-wallet";
import { type Buyers, buyersAt } from "./buying/buyers";
import type { OrderQuarters } from "./buying/order-amounts";
import type { OwnedTypes } from "./buying/owned-types";
import type { BuyingDto, SegmentBuyingDto } from "./buying.types";
import { enoughDto } from "./estimate-dto";
import type { SegmentUnits } from "./load-filter";
import { salesMeasure, upsellMeasureOf } from "./measures/customer-measures";
import { type Deliveries, deliveryMeasure } from "./measures/delivery-measure";
import { type Compared, figuresDiffer } from "./measures/difference-of";
import { differsOf } from "./measures/differs";
import { secondOrderMeasures } from "./measures/newcomer-measures";
import { boughtAgainMeasure, discountMeasure, repurchaseMeasure } from "./measures/order-measures";
import { spendMeasure } from "./measures/value-measures";
import { walletMeasure } from "./measures/wallet-measure";
import type { Scene } from "./scene";

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
    upsellMeasureOf(() => (unit) => owned(unit).size),
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
  quarters: OrderQuarters,
  room: OwnRoom,
  owned: OwnedTypes,
): Promise<Pick<BuyingDto, "curve" | "orders" | "matrix" | "gaps" | "wallet">> {
  const { facts, units, asOfDay, settings } = scene;
  await inTurns(blocksOf(units), quarters.of);
  const orders: BuyingDto["orders"] = [];
  await inTurns([...quarters.periods.keys()], (quarter) => {
    orders.push(buildOrders(quarters, quarter, units, settings.fewestForStatistic));
  });
  const curve = buildCurve(scene);
  await nextTurn();
  const buyers = buyersAt(facts, asOfDay, owned);
  await inTurns(blocksOf(units), buyers.among);
  const matrix = buildMatrix(scene, buyers.among(units), owned);
  await nextTurn();
  const gaps = buildGaps(room, facts, asOfDay);
  await nextTurn();
  return { curve, orders, matrix, gaps, wallet: buildWallet(scene, buyers) };
}

function sharesOf(buyers: Buyers, units: readonly UnitFacts[]) {
  return {
    upsell: upsellRatio(buyers.typesOf(units)),
    wallet: shareOfWallet(buyers.walletsOf(units)),
  };
}

type Shares = ReturnType<typeof sharesOf>;

/** Both figures of a segment against those of all the other accounts; null where either side is too few. */
function testsOf(mine: Shares, theirs: Shares, fewest: number) {
  const held = (a: Compared, b: Compared) =>
    a === null || b === null || Math.min(a.n, b.n) < fewest ? null : figuresDiffer(a, b);
  return {
    upsell: held(mine.upsell.share, theirs.upsell.share),
    wallet: held(mine.wallet, theirs.wallet),
  };
}

/** All accounts of the filter first, then every segment; gives way between them. */
export async function buildSegmentRows(
  { facts, units, asOfDay, settings }: Scene,
  segments: readonly SegmentUnits[],
  owned: OwnedTypes,
): Promise<SegmentBuyingDto[]> {
  const { fewestForStatistic: fewest } = settings;
  const buyers = buyersAt(facts, asOfDay, owned);
  const rows: Omit<SegmentBuyingDto, "upsellDiffers" | "walletDiffers">[] = [];
  const tests: ReturnType<typeof testsOf>[] = [];
  await inTurns([{ id: null, name: null, units }, ...segments], ({ id, name, units: own }) => {
    const mine = sharesOf(buyers, own);
    rows.push({
      id,
      name,
      upsellShare: enoughDto(mine.upsell.share, fewest),
      upsellRatio: enoughDto(mine.upsell.ratio, fewest),
      wallet: enoughDto(mine.wallet, fewest),
      walletCoverage: walletCoverage(buyers.among(own), buyers.walletsOf(own)),
    });
    const rest = id === null ? [] : others(units, own);
    tests.push(testsOf(mine, sharesOf(buyers, rest), fewest));
  });
  const upsell = differsOf(tests.map((test) => test.upsell));
  const wallet = differsOf(tests.map((test) => test.wallet));
  return rows.map((row, at) => ({
    ...row,
    upsellDiffers: upsell[at] ?? null,
    walletDiffers: wallet[at] ?? null,
  }));
}
