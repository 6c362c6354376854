import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  contractModelValue,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  orderBaseValue,
} from "@/lib/metrics";
import { type CdnowCustomer, cdnowCustomers, hasCdnow } from "../../support/cdnow";
import { type Timing, timed } from "./timed";

/** Medians of the Python package lifetimes 0.11 on the same customers, measured on a machine of this kind. */
const knownPeer: Record<string, number> = { bgNbd: 57, gammaGamma: 28, paretoNbd: 326 };

type Peer = Readonly<Record<string, Timing & { readonly logLikelihood: number }>>;

/** The same fits by numpy and scipy, where python3 has them. */
function measuredPeer(customers: readonly CdnowCustomer[]): Peer | null {
  const script = fileURLToPath(new URL("./peer.py", import.meta.url));
  const input = JSON.stringify(
    customers.map((row) => [row.frequency, row.recency, row.age, row.meanSpend]),
  );
  const { status, stdout } = spawnSync("python3", [script], { input, encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}

export function benchFits(): void {
  if (!hasCdnow) return;
  const customers = cdnowCustomers();
  const repeaters = customers.filter(({ meanSpend }) => meanSpend > 0);
  const fits = {
    bgNbd: () => fitBgNbd(customers),
    gammaGamma: () => fitGammaGamma(repeaters),
    paretoNbd: () => fitParetoNbd(customers),
  };
  const peer = measuredPeer(customers);
  console.log(`Fits on CDNOW, ${customers.length} customers (milliseconds of processor time)`);
  console.log(
    peer === null
      ? "python3 with scipy not found: compared with known figures of lifetimes 0.11"
      : "compared with scipy in this run, and with known figures of lifetimes 0.11",
  );
  for (const [name, fit] of Object.entries(fits)) {
    const { cold, median } = timed(20, fit);
    const { logLikelihood } = fit() as { logLikelihood: number };
    const known = knownPeer[name] as number;
    const there = peer?.[name];
    const scipy =
      there === undefined
        ? ""
        : ` | scipy ${there.median.toFixed(1)} (${(there.median / median).toFixed(1)}x), log-likelihood ${there.logLikelihood.toFixed(4)}`;
    console.log(
      `${name.padEnd(12)} cold ${cold.toFixed(1).padStart(6)}  median ${median.toFixed(2).padStart(6)}  log-likelihood ${logLikelihood.toFixed(4)} | lifetimes ${known} (${(known / median).toFixed(1)}x)${scipy}`,
    );
  }
  benchValues(customers, repeaters);
}

function benchValues(
  customers: readonly CdnowCustomer[],
  repeaters: readonly CdnowCustomer[],
): void {
  const counts = [1000, 869, 743, 653, 593, 551, 517, 491];
  const purchases = fitBgNbd(customers);
  const spend = fitGammaGamma(repeaters);
  if (purchases.reason !== null || spend.reason !== null) return;
  const money = { timePerYear: 52.18, years: 3, discountRate: 0.1, marginShare: 0.3 };
  const rest = {
    "sBG with its contour": () => fitShiftedBetaGeometric(counts),
    "contract value": () =>
      contractModelValue(counts, { yearlyMarginMinor: 100, discountRate: 0.1 }),
    "order base value": () => orderBaseValue(customers, { purchases, spend, ...money }),
  };
  for (const [name, run] of Object.entries(rest)) {
    const { cold, median } = timed(20, run);
    console.log(`${name.padEnd(20)} cold ${cold.toFixed(1)}  median ${median.toFixed(2)}`);
  }
}
