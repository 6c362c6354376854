import { type Delivery, lateDeliveries } from "@/lib/metrics";
import {
  type Figure,
  inputs,
  known,
  type Measure,
  type NotSuited,
  shareScale,
  unknown,
} from "./measure";
import { yearUpTo } from "./periods";

/** Deliveries promised in the year, by deciding account. */
export type Deliveries = ReadonlyMap<string, readonly Delivery[]>;

/** The measure over deliveries that were read; hidden where no order has a promised day. */
export function deliveryMeasure(deliveries: Deliveries): Measure {
  return {
    key: "lateDeliveries",
    isLowerBetter: true,
    unit: "ratio",
    definitionKey: "lateDeliveries",
    scaleOf: shareScale,
    figure(scene): Figure | NotSuited {
      if (deliveries.size === 0) return { hidden: "noDeliveries", help: "deliveries" };
      const { fromDay, untilDay } = yearUpTo(scene.asOfDay);
      const accounts = scene.units.flatMap(({ id }) => {
        const own = deliveries.get(id);
        return own ? [own] : [];
      });
      const { share, due, late, medianDaysLate } = lateDeliveries(accounts, {
        asOfDay: scene.asOfDay,
      });
      if (share.value === null) return unknown("noData", "noDelivery", { fromDay, untilDay });
      // Each one's own share stands only where there are too few for a statistic.
      const isFew = share.n < scene.settings.fewestForStatistic;
      const each = (isFew ? accounts : []).flatMap(
        (own) => lateDeliveries([own], { asOfDay: scene.asOfDay }).share.value ?? [],
      );
      return known(
        scene,
        share,
        { values: () => each, unit: "ratio" },
        {
          fromDay,
          untilDay,
          counts: [{ what: "customers", count: share.n, of: null }],
          inputs: inputs([
            ["deliveriesDue", due],
            ["deliveriesLate", late],
          ]),
          derived: inputs([["medianDaysLate", medianDaysLate]]),
        },
      );
    },
  };
}
