import { describe, expect, it } from "vitest";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { getCoverage } from "@/lib/loyalty/get-coverage";
import { getDrivers } from "@/lib/loyalty/get-drivers";
import { getPotential } from "@/lib/loyalty/get-potential";
import { getProof } from "@/lib/loyalty/get-proof";
import { proofOfPrediction, shiftMonths, sizeRegionStrata, upliftPotential } from "@/lib/metrics";
import { AS_OF, type Told } from "./told";

/** Attitude at the close of a day and who was a customer then and a year later, three years in a row. */
async function attitudeRows(told: Told) {
  return withFacts(told.ctx, async (_tx, facts) =>
    [12, 24, 36].flatMap((months) => {
      const then = assessAt(facts, shiftMonths(dayNumber(AS_OF), -months));
      const later = assessAt(facts, shiftMonths(dayNumber(AS_OF), 12 - months));
      return [...then.values()].flatMap(({ accountId, standing, attitude }) =>
        standing === null || attitude.score === null
          ? []
          : [{ score: attitude.score, isRetained: later.get(accountId)?.standing !== null }],
      );
    }),
  );
}

export function describeMeasures(told: () => Told): void {
  describe("the story's measures", () => {
    it("prove that the attitude score foretold who stayed", async () => {
      const proof = await getProof({ ctx: told().ctx, input: {} });
      const attitude = proof.measures.find(({ measure }) => measure === "attitude");
      const own = proofOfPrediction(await attitudeRows(told()), { edges: [0.300000001, 0.5] });
      expect(attitude?.verdict).toBe("predicts");
      expect(attitude?.bands.map(({ retained }) => [retained.value, retained.n])).toEqual(
        own.bands.map(({ retained }) => [retained.value, retained.n]),
      );
      expect(attitude?.concordance.value).toBeCloseTo(own.validity.concordance.value ?? 0, 12);
      expect(attitude?.concordance.low).toBeGreaterThan(0.6);
      expect(attitude?.lost).toBe(own.lost);
    });

    it("find that low CSat foretold churn, and that silence alone tells less than attitude", async () => {
      const proof = await getProof({ ctx: told().ctx, input: {} });
      const satisfaction = proof.measures.find(({ measure }) => measure === "satisfaction");
      expect(satisfaction?.verdict).toBe("predicts");
      expect(proof.pairs.find(({ measure }) => measure === "heard")?.leader).toBe("attitude");
    });

    it("do not claim that loyal customers bring more where the range holds nought", async () => {
      const potential = await getPotential({ ctx: told().ctx, input: {} });
      const places = await told().query<{ name: string; size: string; region: string }>(
        `SELECT name, coalesce(size_band, '') AS size, coalesce(region, country, '') AS region
         FROM account WHERE workspace_id = $1 ORDER BY name`,
      );
      const placeOf = new Map(places.map(({ name, ...place }) => [name, place]));
      const placed = [...told().accounts].flatMap(([name, { now }]) =>
        now.standing === null || now.standing.state === "notKnown"
          ? []
          : [
              {
                ...(placeOf.get(name) ?? { size: "", region: "" }),
                isLoyal: now.standing.state === "loyal",
                revenueMinor: now.revenue.runningMinor,
              },
            ],
      );
      const { keyOf } = sizeRegionStrata(placed, 5);
      const rows = placed.map((row) => ({ ...row, stratum: keyOf(row) }));
      const own = upliftPotential(rows, { conversionShare: 0.2, replicates: 300 });
      expect(potential.revenue.value).toBeCloseTo(own.revenue.value ?? 0, 4);
      expect(potential.revenue.n).toBe(own.revenue.n);
      expect(potential.revenue.low).toBeLessThan(0);
      expect(potential.revenue.high).toBeGreaterThan(0);
      const parts = potential.sizes.reduce((sum, { revenue }) => sum + (revenue.value ?? 0), 0);
      expect(parts).toBeCloseTo(own.revenue.value ?? 0, 4);
      const middle = placed.filter(({ size }) => size === "50-249");
      const { revenue } = upliftPotential(
        middle.map((row) => ({ ...row, stratum: row.size })),
        { conversionShare: 0.2, replicates: 300 },
      );
      expect(revenue.value === null ? null : revenue.interval?.low).toBeGreaterThan(0);
    });

    it("find the accounts that hang on Søren Bach, and Malmö Kyl first among the silent", async () => {
      const { oneRelationship, silent } = await getCoverage({
        ctx: told().ctx,
        input: { allLines: true },
      });
      const hung = (oneRelationship?.lines ?? []).filter(
        ({ isOwner, owner }) => !isOwner && owner !== null,
      );
      expect(hung.length).toBeGreaterThanOrEqual(6);
      expect(new Set(hung.map(({ colleague }) => colleague.name))).toEqual(new Set(["Søren Bach"]));
      expect(silent.lines[0]?.account.name).toBe("Malmö Kyl");
    });

    it("find that service carries the score and is the rung to work on, and who is at the table", async () => {
      const { importance, ladder, rivals } = await getDrivers({ ctx: told().ctx, input: {} });
      const shareOf = (key: string) =>
        importance.drivers.find((driver) => driver.key === key)?.importance.value ?? 0;
      const others = ["added_value", "communication", "incentives"].map(shareOf);
      expect(shareOf("service")).toBeGreaterThan(Math.max(...others));
      expect(importance.drivers.find(({ key }) => key === "service")?.matters).toBe(true);
      expect(ladder).toMatchObject({ advice: "workOn", rung: "service" });
      expect(rivals.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["Pumpex", "Aquamotor Nord"]),
      );
    });
  });
}
