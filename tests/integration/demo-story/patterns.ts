import { describe, expect, it } from "vitest";
import { customerSatisfaction, newcombeDifference, shapleyImportance } from "@/lib/metrics";
import { listSegments } from "@/lib/segments/list-segments";
import { addMonths } from "@/prisma/seed/add-months";
import { AS_OF, type Told } from "./told";

export function describePatterns(told: () => Told): void {
  describe("the story's patterns", () => {
    it("has a segment whose churn its CSat foretold a year before", async () => {
      const answers = await told().query<{ isFarm: boolean; value: number }>(`
      SELECT a.industry = 'Fish farming' AS "isFarm", r.value_number AS value
      FROM response_event r JOIN account a ON a.id = r.account_id AND a.workspace_id = r.workspace_id
      WHERE r.workspace_id = $1 AND r.question = 'csat' AND r.class = 'confirmed' AND a.industry IS NOT NULL
        AND r.answered_on > '${addMonths(AS_OF, -24)}' AND r.answered_on <= '${addMonths(AS_OF, -12)}'`);
      const satisfied = (isFarm: boolean) =>
        customerSatisfaction(
          answers.filter((each) => each.isFarm === isFarm).map(({ value }) => value),
          { scale: 5 },
        );
      expect(satisfied(true).value).toBeLessThan(0.5);
      expect(satisfied(false).value).toBeGreaterThan(0.7);

      const base = [...told().accounts.values()].filter(({ before }) => before.standing !== null);
      const group = (isFarm: boolean) =>
        base.filter((each) => (each.industry === "Fish farming") === isFarm);
      const lost = (isFarm: boolean) => group(isFarm).filter(({ now }) => now.standing === null);
      const difference = newcombeDifference(
        lost(true).length,
        group(true).length,
        lost(false).length,
        group(false).length,
      );
      expect(difference.value).toBeGreaterThan(0.2);
      expect(difference.isRealChange).toBe(true);
    });

    it("has one driver that matters more than the three others together", async () => {
      const rows = await told().query<{ score: number; items: number[] }>(`
      SELECT n.value_number AS score, array_agg(d.value_number ORDER BY d.question) AS items
      FROM response_event n
      JOIN response_event d ON d.invitation_id = n.invitation_id AND d.question LIKE 'driver_%'
        AND d.question <> 'driver_incentives' AND d.class = 'confirmed'
      WHERE n.workspace_id = $1 AND n.question = 'nps' AND n.class = 'confirmed'
      GROUP BY n.id, n.value_number HAVING count(*) = 3`);
      // In alphabetical order: added value, communication, service.
      const importance = shapleyImportance(
        rows.map(({ items }) => items),
        rows.map(({ score }) => score),
      );
      if (importance.reason !== null) throw new Error(importance.reason);
      const [addedValue = 0, communication = 0, service = 0] = importance.shares;
      expect(importance.n).toBeGreaterThan(100);
      expect(service).toBeGreaterThan(addedValue + communication);
      expect(importance.directions[2]).toBeGreaterThan(0.4);
    });

    it("has accounts that hang on one employee who is not their owner", async () => {
      const hung = await told().query<{ name: string; employee: string; owner: string }>(`
      SELECT a.name, e.name AS employee, o.name AS owner
      FROM account a JOIN employee o ON o.id = a.owner_id
      JOIN touch t ON t.account_id = a.id AND t.is_two_way AND t.happened_on > '${addMonths(AS_OF, -12)}'
      JOIN employee e ON e.id = t.employee_id
      WHERE a.workspace_id = $1
      GROUP BY a.id, a.name, e.name, o.name, a.owner_id, e.id
      HAVING e.id <> a.owner_id AND count(*) >= 3 AND count(*) = (
        SELECT count(*) FROM touch x
        WHERE x.account_id = a.id AND x.is_two_way AND x.happened_on > '${addMonths(AS_OF, -12)}')`);
      expect(hung.length).toBeGreaterThanOrEqual(6);
      expect(new Set(hung.map(({ employee }) => employee))).toEqual(new Set(["Søren Bach"]));
      const owned = await told().query(
        "SELECT 1 FROM account a JOIN employee e ON e.id = a.owner_id WHERE a.workspace_id = $1 AND e.name = 'Søren Bach'",
      );
      expect(owned).toEqual([]);
    });

    it("never asks a person twice within 90 days", async () => {
      const hurried = await told().query(`
      SELECT 1 FROM invitation a JOIN invitation b ON b.contact_id = a.contact_id AND b.id <> a.id
      WHERE a.workspace_id = $1 AND b.delivered_at >= a.delivered_at AND b.delivered_at < a.delivered_at + INTERVAL '89 days'`);
      expect(hurried).toEqual([]);
    });

    it("saves segments that find their accounts", async () => {
      const { segments } = await listSegments({ ctx: told().ctx });
      const sizes = new Map(segments.map(({ name, accounts: found }) => [name, found]));
      expect(sizes.get("Norwegian fish farms")).toBe(14);
      expect(sizes.get("Large customers")).toBeGreaterThan(15);
      expect(sizes.get("Danish heat and water")).toBeGreaterThan(15);
    });
  });

  describe("the story's company", () => {
    it("has the shape of a real one", () => {
      const share = (state: string) =>
        told().overview.states.find((each) => each.state === state)?.share ?? 0;
      expect(told().overview.activeAccounts).toBeGreaterThan(160);
      expect(told().overview.activeAccounts).toBeLessThan(190);
      expect(told().overview.runningMinor / 100).toBeGreaterThan(135_000_000);
      expect(told().overview.runningMinor / 100).toBeLessThan(175_000_000);
      expect(share("loyal")).toBeGreaterThan(0.44);
      expect(share("passive")).toBeGreaterThan(0.2);
      expect(share("notKnown")).toBeLessThan(0.16);
      expect(told().overview.tiles.map(({ key }) => key)).toEqual([
        "netPromoterScore",
        "customerSatisfaction",
        "grossRevenueRetention",
        "netRevenueRetention",
        "boughtAgainWhenExpected",
        "shareOfWallet",
      ]);
      expect(told().overview.tiles.every(({ value }) => value !== null)).toBe(true);
    });

    it("keeps every state's revenue in the total, and every part of it accounted for", () => {
      const states = told().overview.states.reduce(
        (sum, { revenueMinor }) => sum + revenueMinor,
        0,
      );
      const parts = Object.values(told().overview.keepsComing).reduce(
        (sum, minor) => sum + minor,
        0,
      );
      expect(states).toBe(told().overview.runningMinor);
      expect(parts).toBe(told().overview.runningMinor);
      expect(told().overview.freshness.withoutRate.accounts).toBe(0);
    });
  });
}
