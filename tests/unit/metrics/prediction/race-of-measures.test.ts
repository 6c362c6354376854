import { describe, expect, it } from "vitest";
import { proofOfPrediction, type RaceRow, raceOfMeasures } from "@/lib/metrics";
import { generator } from "../drivers/answers";
import { accounts, found, pairsInOrder, scans } from "./outcomes";

const measures = [{ key: "noise" }, { key: "nps", edges: [7, 9] }, { key: "csat", edges: [4, 5] }];

/** Retained with a chance that rises with the NPS; CSat is a coarse copy, noise is noise. */
function accountsOf(n: number, seed = 3): RaceRow[] {
  const random = generator(seed);
  return Array.from({ length: n }, (_, i) => {
    const nps = Math.floor(11 * Math.sqrt(random()));
    const csat = Math.max(1, Math.min(5, Math.round(nps / 2 + 3 * (random() - 0.5))));
    const isRetained = random() < 0.35 + 0.06 * nps;
    const noise = Math.floor(4 * random());
    return { scores: { nps, csat: i % 10 === 0 ? null : csat, noise }, isRetained };
  });
}

/** DeLong's variance of a difference from the definition, every pair looked at. */
function varianceOfDifference(a: number[], b: number[], isRetained: boolean[]): number {
  const kept = isRetained.flatMap((one, i) => (one ? [i] : []));
  const lost = isRetained.flatMap((one, i) => (one ? [] : [i]));
  const won = (scores: number[], i: number, j: number) =>
    0.5 + 0.5 * Math.sign((scores[i] as number) - (scores[j] as number));
  const meanOf = (values: number[]) => values.reduce((x, y) => x + y, 0) / values.length;
  const spread = (values: number[]) => {
    const mean = meanOf(values);
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const difference = (i: number, j: number) => won(a, i, j) - won(b, i, j);
  return (
    spread(kept.map((i) => meanOf(lost.map((j) => difference(i, j))))) / kept.length +
    spread(lost.map((j) => meanOf(kept.map((i) => difference(i, j))))) / lost.length
  );
}

describe("race of measures", () => {
  it("gives every measure its own proof on the accounts that have it", () => {
    const rows = accountsOf(400);
    const race = raceOfMeasures(rows, { measures });
    expect(race.measures.map(({ key }) => key)).toEqual(["noise", "nps", "csat"]);
    const own = rows.flatMap(({ scores, isRetained }) =>
      typeof scores.csat === "number" ? [{ score: scores.csat, isRetained }] : [],
    );
    const csat = race.measures[2]?.proof;
    expect(csat).toMatchObject({ n: 360 });
    expect(csat?.bands).toEqual(proofOfPrediction(own, { edges: [4, 5] }).bands);
    expect(race.measures[1]?.proof).toMatchObject({ verdict: "predicts", n: 400 });
    expect(race.measures[0]?.proof.verdict).toBe("doesNotPredict");
  });

  it("ranks on the same accounts, with DeLong's paired interval behind the leader", () => {
    const rows = accountsOf(400);
    const { ranking } = raceOfMeasures(rows, { measures });
    const same = rows.filter(({ scores }) => scores.csat !== null);
    expect(ranking.n).toBe(360);
    expect(ranking.lost).toBe(same.filter(({ isRetained }) => !isRetained).length);
    expect(ranking.measures.map(({ key }) => key)).toEqual(["nps", "csat", "noise"]);
    const isRetained = same.map((row) => row.isRetained);
    const scoresOf = (key: string) => same.map(({ scores }) => scores[key] as number);
    const areaOf = (key: string) =>
      pairsInOrder(
        same.map(({ scores, isRetained: kept }) => ({
          score: scores[key] as number,
          isRetained: kept,
        })),
      );
    expect(ranking.measures[0]).toMatchObject({ behind: null, isBehind: false });
    for (const { key, concordance, behind, isBehind } of ranking.measures.slice(1)) {
      expect(concordance.value).toBeCloseTo(areaOf(key), 10);
      if (behind === null || behind.value === null) throw new Error("no difference");
      expect(behind.value).toBeCloseTo(areaOf("nps") - areaOf(key), 10);
      const { low, high, method } = found(behind.interval);
      const half =
        1.959963985 * Math.sqrt(varianceOfDifference(scoresOf("nps"), scoresOf(key), isRetained));
      expect(high - behind.value).toBeCloseTo(half, 9);
      expect(behind.value - low).toBeCloseTo(half, 9);
      expect(method).toBe("deLong");
      expect(isBehind).toBe(low > 0);
    }
    expect(ranking.measures[2]?.isBehind).toBe(true);
  });

  it("is not behind where the interval reaches the leader", () => {
    const [, second] = raceOfMeasures(accountsOf(40), { measures }).ranking.measures;
    if (second?.behind == null || second.behind.value === null) throw new Error("no difference");
    expect(second.behind.value).toBeGreaterThan(0);
    expect(found(second.behind.interval).low).toBeLessThan(0);
    expect(second.behind.interval).toMatchObject({ n: second.behind.n });
    expect(second.isBehind).toBe(false);
  });

  it("a copy of the leader is not behind and has no interval, because both order alike", () => {
    const rows = scans.map(({ score, isRetained }) => ({
      scores: { a: score, b: 2 * score },
      isRetained,
    }));
    const { ranking } = raceOfMeasures(rows, { measures: [{ key: "a" }, { key: "b" }] });
    expect(ranking.measures[1]).toMatchObject({
      key: "b",
      behind: { value: 0, interval: null },
      isBehind: false,
    });
  });

  it("a measure that says the same of all comes last and gives its reason", () => {
    const rows = scans.map(({ score, isRetained }) => ({ scores: { flat: 1, score }, isRetained }));
    const { ranking } = raceOfMeasures(rows, { measures: [{ key: "flat" }, { key: "score" }] });
    expect(ranking.measures[1]).toMatchObject({
      key: "flat",
      concordance: { value: null, reason: "noVariation" },
      behind: { value: null, reason: "noVariation", n: 109 },
    });
  });

  it("verdicts allow for how many measures were tried", () => {
    // A trend with p = .03 by itself.
    const rows = [...accounts(0, 70, 30), ...accounts(1, 83, 17)];
    const alone = raceOfMeasures(
      rows.map(({ score, isRetained }) => ({ scores: { one: score }, isRetained })),
      { measures: [{ key: "one", edges: [1] }] },
    );
    expect(alone.measures[0]?.proof.verdict).toBe("predicts");
    const random = generator(6);
    const crowd = rows.map(({ score, isRetained }) => ({
      scores: { one: score, a: random(), b: random(), c: random(), d: random() },
      isRetained,
    }));
    const race = raceOfMeasures(crowd, {
      measures: [{ key: "one", edges: [1] }, ...["a", "b", "c", "d"].map((key) => ({ key }))],
    });
    expect(race.measures[0]?.proof.verdict).not.toBe("predicts");
    expect(race.measures[0]?.proof.trend).toEqual(alone.measures[0]?.proof.trend);
  });

  it("measures that cannot be tried do not count as tried", () => {
    const rows = [...accounts(0, 70, 30), ...accounts(1, 83, 17)];
    const race = raceOfMeasures(
      rows.map(({ score, isRetained }, i) => ({
        scores: { one: score, flat: 1, few: i < 15 ? i : null, none: null },
        isRetained,
      })),
      { measures: [{ key: "one", edges: [1] }, { key: "flat" }, { key: "few" }, { key: "none" }] },
    );
    expect(race.measures.map(({ proof }) => proof.verdict)).toEqual([
      "predicts",
      "tooFewToSay",
      "tooFewToSay",
      "tooFewToSay",
    ]);
    expect(race.ranking).toMatchObject({ n: 0, lost: 0 });
  });

  it("races those left alone by themselves where acting is recorded", () => {
    const rows = accountsOf(600, 2).map((row, i) => ({ ...row, wasActedOn: i % 3 === 0 }));
    const race = raceOfMeasures(rows, { measures });
    const alone = raceOfMeasures(
      rows.filter(({ wasActedOn }) => !wasActedOn),
      { measures },
    );
    expect(race.rankingLeftAlone).toEqual(alone.ranking);
    const nps = race.measures[1]?.proof;
    expect(nps?.leftAlone).toMatchObject({ n: 400, verdict: "predicts" });
    expect(nps?.actedOn?.n).toBe(200);
    expect(nps?.leftAlone?.verdict).toBe(alone.measures[1]?.proof.leftAlone?.verdict);
    expect(raceOfMeasures(accountsOf(50), { measures }).rankingLeftAlone).toBeNull();
  });

  it("without rows says too few, and no data", () => {
    const race = raceOfMeasures([], { measures });
    expect(race.measures.map(({ proof }) => proof.verdict)).toEqual(
      measures.map(() => "tooFewToSay"),
    );
    expect(race.ranking.measures[1]).toMatchObject({
      concordance: { reason: "noData" },
      behind: { value: null, reason: "noData", n: 0 },
    });
    expect(raceOfMeasures([], { measures: [] }).ranking.measures).toEqual([]);
  });

  it("does not depend on the order of rows", () => {
    const rows = accountsOf(120);
    const [plain, turned] = [rows, rows.toReversed()].map(
      (list) => raceOfMeasures(list, { measures }).ranking,
    );
    plain?.measures.forEach(({ key, concordance }, place) => {
      expect(turned?.measures[place]?.key).toBe(key);
      expect(turned?.measures[place]?.concordance.value).toBeCloseTo(concordance.value ?? -1, 10);
    });
  });

  it("names bad data", () => {
    const rows = [{ scores: { nps: Number.NaN }, isRetained: true }];
    expect(() => raceOfMeasures(rows, { measures: [{ key: "nps" }] })).toThrow(
      "rows[0].scores.nps",
    );
    const twice = [{ key: "nps" }, { key: "nps" }];
    expect(() => raceOfMeasures([], { measures: twice })).toThrow(
      'measures[1].key "nps" stands twice',
    );
  });
});
