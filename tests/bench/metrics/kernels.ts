import {
  assessAccount,
  bootstrap,
  customerRetention,
  defaultLoyaltySettings,
  kaplanMeier,
  logRank,
  npsByAccount,
  npsByRevenue,
  revenueRetention,
  runningRevenue,
} from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import {
  accounts,
  firstMonth,
  lastDay,
  months,
  randomHistory,
  randomRevenue,
  segments,
} from "./random-base";

export type Kernel = { readonly what: string; readonly prepare: () => () => unknown };

const everyAccount = <T>(make: (account: number) => T) =>
  Array.from({ length: accounts }, (_, i) => make(i));
const bySegment = <T>(rows: readonly T[]) =>
  Array.from({ length: segments }, (_, segment) =>
    rows.filter((_row, i) => i % segments === segment),
  );

const context = { dataFromMonth: firstMonth, settings: defaultLoyaltySettings };

function survivalRows() {
  const random = seededRandom(3);
  return everyAccount((account) => {
    const entry = random() < 0.3 ? 1 + Math.floor(300 * random()) : 0;
    const time = entry + 1 + Math.floor(1500 * random() ** (1 + (account % segments) / 40));
    return { entry, time, event: random() < 0.6 };
  });
}

function answers() {
  const random = seededRandom(4);
  return everyAccount(() => ({
    scores: Array.from({ length: Math.floor(3 * random()) }, () => Math.floor(11 * random())),
    revenueMinor: Math.floor(1e6 * random()),
  }));
}

function histories() {
  const revenue = randomRevenue();
  const random = seededRandom(5);
  return everyAccount((account) => randomHistory(account, revenue, random));
}

/** Opening and closing revenue of every account 12 months apart, for each month-end there is. */
function overMonths(
  measure: (opening: number, closing: number) => void,
  flush: () => void,
): () => void {
  const revenue = randomRevenue();
  return () => {
    for (let month = 12; month < months; month += 1)
      for (let segment = 0; segment < segments; segment += 1) {
        for (let account = segment; account < accounts; account += segments) {
          const at = account * months + month;
          measure(revenue[at - 12] as number, revenue[at] as number);
        }
        flush();
      }
  };
}

export const kernels: Readonly<Record<string, Kernel>> = {
  revenueRetention: {
    what: `gross and net retention, ${months - 12} month-ends x ${segments} segments`,
    prepare: () => {
      let rows: { openingMinor: number; closingMinor: number }[] = [];
      return overMonths(
        (openingMinor, closingMinor) => rows.push({ openingMinor, closingMinor }),
        () => {
          revenueRetention(rows);
          rows = [];
        },
      );
    },
  },
  customerRetention: {
    what: `customer retention, ${months - 12} month-ends x ${segments} segments`,
    prepare: () => {
      let rows: { isActiveAtStart: boolean; isActiveAtEnd: boolean }[] = [];
      return overMonths(
        (opening, closing) =>
          rows.push({ isActiveAtStart: opening > 0, isActiveAtEnd: closing > 0 }),
        () => {
          customerRetention(rows);
          rows = [];
        },
      );
    },
  },
  nps: {
    what: `NPS by account and by revenue, all and ${segments} segments`,
    prepare: () => {
      const all = answers();
      const parts = [all, ...bySegment(all)];
      return () => parts.map((rows) => [npsByAccount(rows), npsByRevenue(rows)]);
    },
  },
  kaplanMeier: {
    what: `Kaplan-Meier, all and ${segments} segments`,
    prepare: () => {
      const all = survivalRows();
      const parts = [all, ...bySegment(all)];
      return () => parts.map((rows) => kaplanMeier(rows));
    },
  },
  logRank: {
    what: `log-rank of ${segments} segments`,
    prepare: () => {
      const parts = bySegment(survivalRows());
      return () => logRank(parts);
    },
  },
  runningRevenue: {
    what: "running revenue and base of every account",
    prepare: () => {
      const all = histories();
      return () => all.map((history) => runningRevenue(history, lastDay, context));
    },
  },
  assessAccount: {
    what: "full assessment of every account",
    prepare: () => {
      const all = histories();
      return () => all.map((history) => assessAccount(history, lastDay, context));
    },
  },
  bootstrap: {
    what: "bootstrap of a ratio, 300 draws of all accounts",
    prepare: () => {
      const rows = answers();
      const ratio = (list: typeof rows) => {
        let [scores, revenue] = [0, 0];
        for (const row of list) {
          scores += row.scores.length;
          revenue += row.revenueMinor;
        }
        return scores / revenue;
      };
      return () =>
        bootstrap(rows, ratio as (list: readonly unknown[]) => number, { replicates: 300 });
    },
  },
};
