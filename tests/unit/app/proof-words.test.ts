import { expect, test } from "vitest";
import { jumpWords, verdictOf } from "@/app/w/[workspace]/proof/proof-words";
import type { BandProofDto } from "@/lib/loyalty/proof.types";

const figure = (value: number, low: number, high: number) => ({
  value,
  low,
  high,
  n: 100,
  reason: null,
});

function proofOf(verdict: BandProofDto["verdict"], low: number, high: number): BandProofDto {
  const parts = { bands: [], trend: null, speedPValue: null, skill: null, n: 100, lost: 20 };
  return { ...parts, verdict, concordance: figure((low + high) / 2, low, high) };
}

test("a measure is said to foretell only where it surely sorts customers better than a coin", () => {
  expect(verdictOf(proofOf("predicts", 0.65, 0.85))).toBe("predicts");
  expect(verdictOf(proofOf("predicts", 0.48, 0.56))).toBe("goesWith");
  expect(verdictOf(proofOf("predictsTheOpposite", 0.4, 0.55))).toBe("goesAgainst");
  expect(verdictOf(proofOf("predictsTheOpposite", 0.2, 0.4))).toBe("predictsTheOpposite");
  expect(verdictOf(proofOf("doesNotPredict", 0.4, 0.6))).toBe("doesNotPredict");
});

test("a difference of two shares is told in points, with both ends", () => {
  const cut = { from: 6, gap: figure(0.17, 0.01, 0.33), isReal: true, chosenIn: 0.72 };
  expect(jumpWords({ answers: [], cut, n: 100 }, "en")).toContain(
    "17 points more of them stay (1 to 33 points)",
  );
  expect(jumpWords({ answers: [], cut: null, n: 0 }, "da")).toContain("For få svar");
});
