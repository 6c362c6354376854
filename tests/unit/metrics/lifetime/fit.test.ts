import { describe, expect, it } from "vitest";
import { maximiseLikelihood, unfitted } from "@/lib/metrics/lifetime/fit";
import { digamma, logGamma } from "@/lib/metrics/numeric/gamma";
import { fitted, isNear } from "./simulated-buyers";

/** Waiting times of one rate: the best rate is n / total, its log has the variance 1 / n. */
const exponential = (n: number, total: number) => ({
  names: ["rate"] as const,
  n,
  starts: [[1]],
  at: ([rate = 1]: readonly number[]) => ({
    value: n * Math.log(rate) - rate * total,
    gradient: [n / rate - total],
  }),
});

describe("the skeleton of every fit", () => {
  it("meets a maximum known in closed form, with its standard error and interval", () => {
    const fit = fitted(maximiseLikelihood(exponential(400, 1000)));
    isNear(fit.rate, 0.4, 1e-10);
    isNear(fit.standardErrors.rate, 0.4 / 20, 1e-7);
    isNear(fit.intervals.rate.low, 0.4 * Math.exp(-1.959963985 / 20), 1e-7);
    isNear(fit.intervals.rate.high, 0.4 * Math.exp(1.959963985 / 20), 1e-7);
    isNear(fit.logLikelihood, 400 * Math.log(0.4) - 400, 1e-12);
    expect(fit.intervals.rate).toMatchObject({ method: "logWald", n: 400, level: 0.95 });
    expect(fit.convergence).toMatchObject({ method: "bfgs" });
    isNear(fit.logCovariance[0]?.[0] as number, 1 / 400, 1e-7);
  });

  it("meets the known information of a gamma's shape and rate", () => {
    // With mean 2 and mean log .4 of 500 draws: Fisher's information is (trigamma, -1; -1, shape) in logs of scale.
    const [n, mean, meanLog] = [500, 2, 0.4];
    const fit = fitted(
      maximiseLikelihood({
        names: ["shape", "rate"],
        n,
        starts: [[1, 1]],
        at: ([shape = 1, rate = 1]) => ({
          value:
            n * (shape * Math.log(rate) - logGamma(shape) + (shape - 1) * meanLog - rate * mean),
          gradient: [n * (Math.log(rate) - digamma(shape) + meanLog), n * (shape / rate - mean)],
        }),
      }),
    );
    isNear(fit.shape / fit.rate, mean, 1e-10);
    isNear(Math.log(fit.rate), digamma(fit.shape) - meanLog, 1e-9);
    const trigamma = (digamma(fit.shape + 1e-4) - digamma(fit.shape - 1e-4)) / 2e-4;
    const varianceOfShape = fit.shape / (n * (fit.shape * trigamma - 1));
    isNear(fit.standardErrors.shape, Math.sqrt(varianceOfShape), 1e-5);
  });

  it("tries the next start where one leads nowhere", () => {
    const model = exponential(400, 1000);
    const stuck = ([rate = 1]: readonly number[]) =>
      rate > 50 ? { value: Number.NaN, gradient: [Number.NaN] } : model.at([rate]);
    const fit = fitted(maximiseLikelihood({ ...model, starts: [[100], [1]], at: stuck }));
    isNear(fit.rate, 0.4, 1e-9);
  });

  it("says that a likelihood without a top has none, and one without a slope tells nothing", () => {
    const endless = {
      names: ["rate"] as const,
      n: 100,
      starts: [[1]],
      at: ([rate = 1]: readonly number[]) => ({ value: Math.log(rate), gradient: [1 / rate] }),
    };
    expect(maximiseLikelihood(endless)).toEqual({
      n: 100,
      reason: "notConverged",
      because: "noMaximum",
    });
    const flat = { ...endless, at: () => ({ value: -5, gradient: [0] }) };
    expect(maximiseLikelihood(flat)).toEqual({
      n: 100,
      reason: "notIdentified",
      because: "flatLikelihood",
    });
  });

  it("calls a parameter whose interval spans a factor of a hundred thousand not told", () => {
    // n times the variance of the log: curvature 1 / 3.1^2 and 1 / 2.9^2 per data set.
    const bowl = (error: number) => ({
      names: ["size"] as const,
      n: 100,
      starts: [[2]],
      at: ([size = 1]: readonly number[]) => ({
        value: -(Math.log(size) ** 2) / (2 * error ** 2),
        gradient: [-Math.log(size) / (error ** 2 * size)],
      }),
    });
    expect(maximiseLikelihood(bowl(3.1))).toMatchObject({ because: "flatLikelihood" });
    expect(fitted(maximiseLikelihood(bowl(2.9))).size).toBeCloseTo(1, 6);
  });

  it("turns a trouble into the reason that screens know", () => {
    expect(unfitted(0, "noCustomers").reason).toBe("noData");
    expect(unfitted(5, "tooFewRenewals").reason).toBe("tooFewRenewals");
    expect(unfitted(5, "tooFewCustomers").reason).toBe("notIdentified");
    expect(unfitted(5, "noMaximum").reason).toBe("notConverged");
  });
});
