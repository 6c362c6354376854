import { describe, expect, it } from "vitest";
import { addDays, dayNumber, isoOfDay } from "@/lib/format/calendar";
import { AS_OF, type Told } from "./told";

export function describeSingleAccounts(told: () => Told): void {
  const assessed = (name: string) => {
    const account = told().accounts.get(name);
    if (!account) throw new Error(`the story has no account ${name}`);
    return account.now;
  };
  const pointOf = (name: string) => told().overview.map.points.find((point) => point.name === name);
  const lineOf = (name: string) => {
    const { groups } = told().overview.worklist;
    return (
      groups.flatMap(({ lines }) => lines).find(({ account }) => account.name === name) ?? null
    );
  };
  const codesOf = (name: string) => lineOf(name)?.reasons.map(({ code }) => code) ?? [];

  describe("the story's single accounts", () => {
    it("does not count a large account that renews by itself and does not answer as passive", () => {
      expect(pointOf("Malmö Kyl")).toMatchObject({
        state: "notKnown",
        reason: "askedNoAnswer",
        attitude: null,
        behaviour: 0.75,
      });
      expect(pointOf("Malmö Kyl")?.tags).toContain("runsByItself");
      expect(assessed("Malmö Kyl").hearing).toMatchObject({ isSilent: true, isKnown: false });
      expect(told().overview.headline).toMatchObject({ kind: "notProven" });
      expect(codesOf("Malmö Kyl")).toContain("silent");
    });

    it("shows the signer's 4 where the users are happy", () => {
      const point = pointOf("Grenaa Havn");
      expect(point).toMatchObject({ state: "passive", part: "unhappy", mark: "filled" });
      expect(point?.attitude).toBeCloseTo(0.2, 10);
      expect(point?.tags).toContain("theyDisagree");
      expect(assessed("Grenaa Havn").attitude.ways).toMatchObject({
        everyAnswer: expect.closeTo(0.45, 10),
        everyPerson: expect.closeTo(0.45, 10),
        leastConvinced: expect.closeTo(0.2, 10),
      });
    });

    it("puts that account first on the list, with every sign of its renewal", () => {
      const line = lineOf("Grenaa Havn");
      expect(told().overview.worklist.groups[0]?.lines[0]?.account.name).toBe("Grenaa Havn");
      expect(told().overview.worklist.groups[0]?.key).toBe("within14Days");
      expect(codesOf("Grenaa Havn")).toEqual(["decisionNear", "signerBelowLine", "rivalNamed"]);
      expect(line?.reasons[0]).toMatchObject({
        decisionOn: "2026-10-15",
        daysLeft: 13,
        signal: "atRisk",
        signalCodes: ["S1", "S3", "S5", "W4", "W5", "W8"],
      });
      expect(assessed("Grenaa Havn").signal.theyDiffer).toBe(true);
      expect(assessed("Grenaa Havn").triggers).toContainEqual(
        expect.objectContaining({ code: "promiseOverdue", dueDay: dayNumber("2026-08-15") }),
      );
    });

    it("names the customer who sees no real alternative as captive, not as loyal", () => {
      expect(pointOf("Norrsken Gruvvatten")?.tags).toContain("captive");
      expect(pointOf("Norrsken Gruvvatten")?.state).toBe("passive");
      expect(told().overview.headline).toMatchObject({ captiveMinor: expect.any(Number) });
    });

    it("finds the account that orders far below its own rhythm", () => {
      expect(lineOf("Ostrobotnia Mills")?.reasons[0]).toMatchObject({
        code: "late",
        sinceDays: 94,
        usualDays: 31,
        longestDays: 48,
      });
      expect(pointOf("Ostrobotnia Mills")?.behaviour).toBeCloseTo(1 - 94 / 124, 10);
      expect(lineOf("Ostrobotnia Mills")?.byWhen).toEqual({
        on: addDays(AS_OF, 30),
        kind: "countsAsLost",
        daysLeft: 30,
      });
    });

    it("does not flag a buyer whose orders come in lumps", () => {
      expect(lineOf("Lofthus Skipsverft")).toBeNull();
      expect(assessed("Lofthus Skipsverft").behaviour.kept).toMatchObject({
        note: "tooLumpyToSay",
        ratio: expect.closeTo(1 / 3, 2),
      });
      expect(pointOf("Lofthus Skipsverft")?.state).toBe("loyal");
    });

    it("does not call a pause late that was seen before", () => {
      expect(assessed("Klitgaard Feriecenter").rhythm).toMatchObject({
        status: "due",
        sinceDays: 40,
        usualDays: 14,
        longestDays: 60,
      });
      expect(codesOf("Klitgaard Feriecenter")).not.toContain("late");
      expect(pointOf("Klitgaard Feriecenter")?.state).toBe("loyal");
    });

    it("counts a contract once whose invoices are also among the orders", () => {
      const { revenue } = assessed("Hasselby Bryggeri");
      expect(revenue.contractMinor / 100).toBeCloseTo(1_200_000, -3);
      expect(revenue.orderMinor).toBeLessThan(20_000_000);
      expect(revenue.runningMinor).toBe(revenue.contractMinor + revenue.orderMinor);
    });

    it("counts down to the last day of notice, not to the renewal", () => {
      expect(lineOf("Bjørnholm Kraftvarme")?.reasons[0]).toMatchObject({
        code: "decisionNear",
        daysLeft: 20,
        decisionOn: addDays(AS_OF, 20),
        renewsOn: addDays(AS_OF, 200),
      });
    });

    it("puts nothing at risk where a contract binds for years, and shows the room to grow", () => {
      const account = assessed("Vesterhav Kran");
      expect(account.canBeLostMinor).toBe(0);
      expect(account.tags).toEqual(expect.arrayContaining(["boundUntil", "roomToGrow"]));
      expect(account.shareOfWallet).toBeCloseTo(0.3, 1);
      expect(isoOfDay(account.boundUntilDay ?? 0) > "2028").toBe(true);
      expect(lineOf("Vesterhav Kran")).toBeNull();
    });

    it("lists a customer under notice as leaving although the answer was a ten", () => {
      expect(pointOf("Aalund Papir")).toMatchObject({ state: "leaving", reason: "noticeGiven" });
      expect(pointOf("Aalund Papir")?.attitude).toBe(1);
      expect(codesOf("Aalund Papir")[0]).toBe("noticeGiven");
    });

    it("has an account that came back, one too new to judge and one that likes us but buys less", () => {
      expect(assessed("Hvidbjerg Fjernvarme").standing?.state).toBe("loyal");
      expect(pointOf("Fjordglimt Biogas")).toMatchObject({
        state: "notKnown",
        reason: "tooNew",
        attitude: 1,
      });
      expect(pointOf("Holmeå Kartong")?.state).toBe("latent");
    });

    it("pools the sites of a parent that decides for them into one dot", () => {
      expect(
        told().overview.map.points.filter(({ name }) => name.startsWith("Lyngholm")),
      ).toHaveLength(1);
      const { revenue } = assessed("Lyngholm Mejerier");
      expect(revenue.contractMinor).toBe(290_000_000);
      expect(revenue.orderMinor).toBeGreaterThan(100_000_000);
    });
  });
}
