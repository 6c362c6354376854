import { describe, expect, it } from "vitest";
import { type CallRow, callsAndSignals, wilsonInterval } from "@/lib/metrics";

function decisions(
  call: CallRow["call"],
  signal: CallRow["signal"],
  retained: number,
  lost: number,
): CallRow[] {
  return [
    ...Array.from({ length: retained }, () => ({ call, signal, isRetained: true })),
    ...Array.from({ length: lost }, () => ({ call, signal, isRetained: false })),
  ];
}

const rows = [
  ...decisions("safe", "onTrack", 20, 1),
  ...decisions("safe", "atRisk", 3, 5),
  ...decisions("atRisk", "onTrack", 2, 1),
  ...decisions("atRisk", "atRisk", 1, 6),
  ...decisions("unsure", "watch", 4, 2),
  ...decisions("safe", "cannotSay", 2, 0),
  ...decisions("notSaid", "atRisk", 0, 3),
];

describe("calls, signals, outcomes", () => {
  it("has the retained share of every pair, every call and every signal", () => {
    const { table, calls, signals, n } = callsAndSignals(rows);
    expect(n).toBe(50);
    expect(table).toHaveLength(16);
    const pair = table.find(({ call, signal }) => call === "safe" && signal === "atRisk");
    expect(pair?.retained).toEqual(wilsonInterval(3, 8));
    expect(table.reduce((sum, { retained }) => sum + retained.n, 0)).toBe(50);
    expect(calls.map(({ call, retained }) => [call, retained.value, retained.n])).toEqual([
      ["atRisk", 0.3, 10],
      ["unsure", 4 / 6, 6],
      ["safe", 25 / 31, 31],
      ["notSaid", 0, 3],
    ]);
    expect(signals.map(({ signal, retained }) => [signal, retained.n])).toEqual([
      ["atRisk", 18],
      ["watch", 6],
      ["onTrack", 24],
      ["cannotSay", 2],
    ]);
  });

  it("says how often the call was right when they differed: safe and stayed, at risk and left", () => {
    expect(callsAndSignals(rows).callRight).toEqual(wilsonInterval(3 + 1, 11));
    expect(callsAndSignals(decisions("unsure", "atRisk", 1, 1)).callRight).toEqual({
      value: null,
      n: 0,
      reason: "noData",
    });
  });

  it("holds both orders against each other where both said something", () => {
    const { ranking } = callsAndSignals(rows);
    expect(ranking).toMatchObject({ n: 45, lost: 15 });
    expect(ranking.measures.map(({ key }) => key)).toEqual(["signal", "call"]);
    // Retained 30, lost 15; signals at risk 4 and 11, watch 4 and 2, on track 22 and 2.
    const area = (4 * 5.5 + 4 * (11 + 1) + 22 * (11 + 2 + 1)) / (30 * 15);
    expect(ranking.measures[0]?.concordance.value).toBeCloseTo(area, 10);
  });

  it("without decisions knows nothing", () => {
    const empty = callsAndSignals([]);
    expect(empty.n).toBe(0);
    for (const { retained } of [...empty.table, ...empty.calls, ...empty.signals])
      expect(retained).toEqual({ value: null, n: 0, reason: "noData" });
  });

  it("names the row with an unknown word", () => {
    const strange = [{ call: "maybe", signal: "watch", isRetained: true }] as unknown as CallRow[];
    expect(() => callsAndSignals(strange)).toThrow("rows[0].call is not known: maybe");
    const odd = [{ call: "safe", signal: "red", isRetained: true }] as unknown as CallRow[];
    expect(() => callsAndSignals(odd)).toThrow("rows[0].signal is not known: red");
  });
});
