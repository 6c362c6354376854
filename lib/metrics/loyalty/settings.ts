import { fewestForStatistic } from "../core/few-answers";
import type { AttitudePoints, LoyaltySettings } from "./types";

const points: AttitudePoints = {
  nps: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.7, 1],
  satisfaction5: [0, 0.15, 0.3, 0.45, 0.85],
  satisfaction7: [0, 0.08, 0.15, 0.25, 0.3, 0.45, 0.85],
  satisfaction4: [0, 0.15, 0.45, 0.85],
  satisfaction3: [0.15, 0.45, 0.85],
  relativeAdvantage: {
    worse: 0,
    same: 0.4,
    better: 0.85,
    noRealAlternative: null,
    cannotSay: null,
  },
  switching: { no: 0, notSure: 0.4, yes: 0.85 },
};

/** The map's cuts as delivered. A workspace may change them; a change is versioned by the app. */
export const defaultLoyaltySettings: LoyaltySettings = {
  points,
  clearNoCap: 0.45,
  line: 0.5,
  disagreeBy: 0.3,
  unhappyUpTo: 0.3,
  answerDays: 365,
  tooRecentDays: 14,
  way: "leastConvinced",
  keptLine: 0.8,
  lateFactor: 2,
  countsWallet: false,
  roomBelow: 0.5,
  lumpyStandardError: 1,
  steadyBand: 0.2,
  maxGaps: 12,
  minGaps: 3,
  lostAfterDays: 60,
  heardDays: 180,
  fewestForStatistic,
  engagementWeights: {
    reach: 25,
    reply: 20,
    voice: 15,
    conversation: 25,
    ownChoice: 15,
    learning: 0,
  },
};
