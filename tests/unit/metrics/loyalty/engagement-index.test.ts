import { describe, expect, it } from "vitest";
import { engagementIndex } from "@/lib/metrics";
import { asOf, assess, contract, event, nps, person } from "./builders";

describe("the engagement index", () => {
  const example = {
    reach: 2 / 3,
    reply: 0.5,
    voice: 2,
    conversation: 1,
    ownChoice: null,
    learning: null,
  };

  it("is 61 with 85 % of the weight present in the worked example", () => {
    const { value, weightPresent } = engagementIndex(example);
    expect(Math.round(value ?? 0)).toBe(61);
    expect(weightPresent).toBeCloseTo(0.85, 10);
  });

  it("is null below 60 % of the weight, never 0", () => {
    expect(engagementIndex({ ...example, reach: null }).value).not.toBeNull();
    expect(engagementIndex({ ...example, reach: null, voice: null }).value).toBeNull();
  });

  it("reads its components from the account's history", () => {
    const people = [
      person("decisionMaker", [nps(9)], {
        invitations: [
          { deliveredDay: asOf - 300, waveId: "a", answeredDay: null },
          { deliveredDay: asOf - 30, waveId: "b", answeredDay: asOf - 20 },
        ],
      }),
      person("influencer", [], { personId: "i" }),
      person("user", [], { personId: "u" }),
    ];
    const events = [
      event({ kind: "comment", day: asOf - 20 }),
      event({ kind: "complaint", day: asOf - 100, closedDay: asOf - 90 }),
      event({ kind: "contact", day: asOf - 5, hintsNotice: false, role: "influencer" }),
    ];
    const { components } = assess({ people, events, contracts: [contract()] }).engagement;
    expect(components.reach).toBeCloseTo(2 / 3, 10);
    expect(components.reply).toBeCloseTo(0.5 / 0.6, 10);
    expect(components.voice).toBeCloseTo(2 / 3, 10);
    expect(components.conversation).toBeCloseTo(1 / 3, 10);
    expect(components).toMatchObject({ ownChoice: null, learning: null });
  });

  it("refuses a negative measure and names it", () => {
    expect(() => engagementIndex({ ...example, voice: -1 })).toThrow(/measures.voice/);
  });
});
