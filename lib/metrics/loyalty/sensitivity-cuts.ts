import type { AttitudeWay } from "./assessment-types";
import { defaultLoyaltySettings } from "./settings";
import type { LoyaltySettings } from "./types";

/** One convention of the map, and what it could as well be. */
export type SensitivityCut = {
  readonly key: string;
  /** What is different, to be read after "if". */
  readonly label: string;
  /** What has to be computed again. */
  readonly moves: "attitude" | "kept" | "rhythm";
  readonly settings: Partial<LoyaltySettings>;
};

const ways: readonly { readonly way: AttitudeWay; readonly label: string }[] = [
  { way: "everyAnswer", label: "every answer counted the same" },
  { way: "everyPerson", label: "every person counted the same" },
  { way: "leastConvinced", label: "the least convinced decision-maker decided" },
  { way: "signerFirst", label: "the decision-makers' mean decided" },
];

/** The table of points with some rows changed. */
function withPoints({ points }: LoyaltySettings, changed: Partial<LoyaltySettings["points"]>) {
  return { points: { ...points, ...changed } };
}

function replace(row: readonly number[], index: number, by: number | undefined): number[] {
  return row.map((point, at) => (at === index && by !== undefined ? by : point));
}

function pointCuts(settings: LoyaltySettings): SensitivityCut[] {
  const { nps, satisfaction5, satisfaction7, satisfaction4, satisfaction3 } = settings.points;
  const eight = { nps: replace(nps, 8, nps[9]) };
  const four = {
    satisfaction5: replace(satisfaction5, 3, satisfaction5[4]),
    satisfaction7: replace(satisfaction7, 5, satisfaction7[6]),
    satisfaction4: replace(satisfaction4, 2, satisfaction4[3]),
    satisfaction3: replace(satisfaction3, 1, satisfaction3[2]),
  };
  const of = (key: string, label: string, changed: Partial<LoyaltySettings["points"]>) =>
    ({ key, label, moves: "attitude", settings: withPoints(settings, changed) }) as const;
  return [
    of("eightAndFourAreYes", "8 and CSat 4 counted as yes", { ...eight, ...four }),
    of("eightIsYes", "8 counted as yes", eight),
    of("fourIsYes", "CSat 4 counted as yes", four),
    of("onlyTenIsYes", "only a 10 counted as yes", { nps: replace(nps, 9, nps[8]) }),
  ];
}

/**
 * Sensitivity cuts: which conventions of the map could as well be others?
 *
 * Formula: one cut at a time: the points of 8, of CSat 4 and of 9; a clear no that does not hold a person
 * down; whose voice decides; how old an answer may be; when no answer yet is no answer; where unhappy
 * ends; 25 % and 15 % less instead of 20 % as the line of behaviour; and a late line of 1.5 and 3 usual
 * intervals instead of 2.
 *
 * @param settings the workspace's settings; a cut that stands there already is left out
 * @returns key, label (to be read after "if") and the settings that differ
 * Empty: never empty.
 * @throws RangeError never
 * @source Saltelli et al., Global Sensitivity Analysis: The Primer (2008), one at a time; Holdfast's own construct
 * @example sensitivityCuts().map(({ key }) => key).slice(0, 3) // => ["eightAndFourAreYes", "eightIsYes", "fourIsYes"]
 */
export function sensitivityCuts(
  settings: LoyaltySettings = defaultLoyaltySettings,
): SensitivityCut[] {
  const cut = (
    moves: SensitivityCut["moves"],
    key: string,
    label: string,
    changed: Partial<LoyaltySettings>,
  ): SensitivityCut => ({ key, label, moves, settings: changed });
  return [
    ...pointCuts(settings),
    cut("attitude", "noClearNo", "a clear no did not hold a person down", { clearNoCap: 1 }),
    ...ways.map(({ way, label }) => cut("attitude", way, label, { way })),
    cut("attitude", "answers180", "answers counted for 180 days", { answerDays: 180 }),
    cut("attitude", "answers540", "answers counted for 540 days", { answerDays: 540 }),
    cut("attitude", "asked7", "no answer after 7 days were no answer", { tooRecentDays: 7 }),
    cut("attitude", "asked30", "no answer after 30 days were no answer", { tooRecentDays: 30 }),
    cut("attitude", "unhappyTo20", "unhappy ended at .20", { unhappyUpTo: 0.2 }),
    cut("attitude", "unhappyTo40", "unhappy ended at .40", { unhappyUpTo: 0.4 }),
    cut("kept", "line75", "25 % less were the line of behaviour", { keptLine: 0.75 }),
    cut("kept", "line85", "15 % less were the line of behaviour", { keptLine: 0.85 }),
    cut("rhythm", "late15", "late began at 1.5 usual intervals", { lateFactor: 1.5 }),
    cut("rhythm", "late30", "late began at 3 usual intervals", { lateFactor: 3 }),
  ].filter((one) => differs(one.settings, settings));
}

function differs(changed: Partial<LoyaltySettings>, settings: LoyaltySettings): boolean {
  return (Object.keys(changed) as (keyof LoyaltySettings)[]).some(
    (key) => JSON.stringify(changed[key]) !== JSON.stringify(settings[key]),
  );
}
