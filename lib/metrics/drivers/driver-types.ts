import type { Estimate } from "../core/result";

export type DriverRow = {
  /** Several answers of one account are drawn together, never apart. */
  readonly account: string;
  /** What the drivers are to explain, such as the NPS answer beside them. */
  readonly outcome: number;
  /** In the order of the items; null where not answered or not relevant. */
  readonly answers: readonly (number | null)[];
};

export type DriverItem = {
  readonly key: string;
  /** Items of one block count as one driver in the groups; by default each is its own. */
  readonly group?: string;
};

export type DriverReason = "noData" | "tooFewAnswers" | "noVariation";

export type DriverFigure = {
  readonly key: string;
  /** How many items stand behind the figure. */
  readonly items: number;
  /** Share of the outcome's variance, 0..1. */
  readonly importance: Estimate<DriverReason>;
  /** The same as a share of what all drivers explain. */
  readonly ofExplained: number | null;
  /** 1 for the most important. */
  readonly rank: number | null;
  /** In 95 of 100 draws the rank lies between these. */
  readonly rankRange: readonly [best: number, worst: number] | null;
  /** Share of the draws in which it has this very rank. */
  readonly sameRank: number | null;
  /** Correlation with the outcome; of a group, that of its items taken together. */
  readonly direction: number | null;
  /** 95 of 100 drivers of pure chance stay below this share. */
  readonly chance: number | null;
  /** How often pure chance reaches such a share. */
  readonly pValue: number | null;
  /** Whether it explains more than chance does, with all compared drivers taken into account. */
  readonly matters: boolean | null;
  /** Mean answer of all who answered it; its n are accounts, the clusters. */
  readonly performance: Estimate;
};

export type DriverImportance = {
  readonly method: "shapley" | "relativeWeights" | null;
  /** R squared of all drivers together, 0..1. */
  readonly explained: Estimate<DriverReason>;
  readonly items: readonly DriverFigure[];
  readonly groups: readonly DriverFigure[];
  /** Answers that are complete, and the accounts they come from. */
  readonly n: number;
  readonly accounts: number;
  /** Answers left out because an item was not answered. */
  readonly leftOut: number;
  readonly reason: DriverReason | null;
};
