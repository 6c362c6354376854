import { describe, expect, it } from "vitest";
import { accountStanding, rhythmCheck } from "@/lib/metrics";
import { account, asOf, context, orders } from "./builders";

/** A seeded generator, so that the simulation is the same on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Gap = (random: () => number, mean: number) => number;
const regular: Gap = (random, mean) => mean * (0.7 + 0.6 * random());
const wholly: Gap = (random, mean) => -mean * Math.log(1 - random());

function shareBelow(gap: Gap, perYear: number, stoppedFor: number): number {
  const random = generator(7);
  const mean = 365 / perYear;
  let below = 0;
  const customers = 300;
  for (let i = 0; i < customers; i += 1) {
    const days = new Set<number>();
    const last = asOf - stoppedFor * mean;
    for (let at = asOf - 1000 + mean * random(); at <= last; at += gap(random, mean))
      days.add(Math.floor(at));
    const rows = [...days].map((on) => orders([on], Math.round(50_00 + 100_00 * random()))[0]);
    const history = account({ rows: rows.filter((row) => row !== undefined) });
    const { score } = accountStanding(history, asOf, context).behaviour;
    if (score !== null && score < 0.5) below += 1;
  }
  return below / customers;
}

describe("simulated customers", () => {
  it("stable regular buyers are rarely below the line by chance", () => {
    for (const perYear of [52, 12, 6]) expect(shareBelow(regular, perYear, 0)).toBeLessThan(0.12);
  });

  it("even wholly random buyers are below the line in no more than a quarter of cases", () => {
    for (const perYear of [52, 12, 6]) expect(shareBelow(wholly, perYear, 0)).toBeLessThan(0.25);
  });

  it("a regular buyer who stopped is below the line after three missed intervals", () => {
    for (const perYear of [52, 12, 6])
      expect(shareBelow(regular, perYear, 3)).toBeGreaterThan(0.75);
  });
});

describe("the check of the late line on one's own past", () => {
  it("finds fewer false alarms than the plain rule, and fewer still at twice the line", () => {
    const random = generator(11);
    const accounts = Array.from({ length: 60 }, () => {
      const orderDays: number[] = [];
      for (let at = 0; at < 1200; at += Math.max(1, wholly(random, 30)))
        if (Math.floor(at) !== orderDays.at(-1)) orderDays.push(Math.floor(at));
      return { orderDays };
    });
    const { late, plain, lost } = rhythmCheck(accounts);
    expect(late.value ?? 1).toBeLessThan(plain.value ?? 0);
    expect(lost.value ?? 1).toBeLessThan(late.value ?? 0);
  });

  it("is not known while no gap had three before it", () => {
    expect(rhythmCheck([{ orderDays: [0, 30, 60, 90] }]).late).toMatchObject({
      value: null,
      reason: "noData",
    });
  });
});
