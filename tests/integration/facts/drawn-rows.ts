import { addDays } from "@/lib/format/calendar";
import type { Dice } from "../../bench/data/random";

export const AS_OF = "2026-10-02";

/** Rows of a file or an API call; ids are few, so that a later one changes an earlier one. */
export function drawnRows(draw: Dice): Record<string, () => Record<string, unknown>> {
  const day = () => addDays(AS_OF, -draw.whole(1, 1_100));
  const id = (most: number) => String(draw.whole(1, most));
  const accountExternalId = () => `K${id(6)}`;
  const currency = () => draw.oneOf(["DKK", "DKK", "SEK", "NOK"]);
  const productType = () => draw.oneOf(["Pumps", "Service", "Parts"]);
  const maybe = <T>(make: () => T) => (draw.next() < 0.5 ? make() : null);
  const of = () => ({ accountExternalId: accountExternalId() });
  const email = () => `p${id(8)}@x.example`;
  return {
    accounts: () => ({
      ...{ externalId: `K${id(6)}`, name: `Account ${id(99)}`, currency: currency() },
      ...{ decidesForSites: draw.oneOf(["yes", "no"]), ownerEmail: "mette@us.example" },
      parentExternalId: maybe(accountExternalId),
    }),
    contacts: () => ({
      ...of(),
      ...{ externalId: `p${id(8)}`, firstName: "P", lastName: id(8), email: email() },
      role: draw.oneOf(["decision maker", "user", "buyer"]),
    }),
    product_types: () => ({
      name: productType(),
      billedAs: draw.oneOf(["order", "contract"]),
      marginRatio: draw.whole(1, 9) / 10,
    }),
    // A contract seldom changes but for its value, which stands in a row of its own.
    contracts: () => {
      const number = id(5);
      return {
        ...{ externalId: number, accountExternalId: `K${number}`, name: "Service" },
        ...{ startsOn: draw.oneOf(["2025-01-01", "2026-01-01"]), endsOn: "2026-12-31" },
        ...{ recurring: draw.whole(100, 9_000), currency: "DKK", productType: "Service" },
        autoRenews: draw.next() < 0.1 ? "yes" : "no",
      };
    },
    purchases: () => ({
      ...of(),
      ...{ externalId: id(40), orderedOn: day(), amount: draw.whole(-50, 900) },
      ...{ currency: currency(), productType: productType(), list: maybe(() => 1_000) },
    }),
    churn_events: () => ({
      ...of(),
      ...{ externalId: id(4), happenedOn: day() },
      kind: draw.oneOf(["account_lost", "won_back", "shrunk"]),
    }),
    complaints: () => ({
      ...of(),
      ...{ externalId: id(6), openedOn: "2026-05-05", subject: "Leak" },
      solvedOn: maybe(() => "2026-06-06"),
    }),
    touches: () => ({
      ...of(),
      ...{ externalId: id(6), happenedOn: day(), kind: "meeting" },
      isTwoWay: draw.oneOf(["yes", "no"]),
    }),
    wallet_estimates: () => ({
      ...of(),
      ...{ externalId: id(4), yearlyLow: draw.whole(1, 9) * 1_000, estimatedOn: day() },
      ...{ yearlyHigh: 20_000, currency: currency(), productType: maybe(productType) },
    }),
    answers: () => ({
      ...{ externalId: id(20), email: email(), score: draw.whole(0, 10), scaleTop: 10 },
      ...{ answeredOn: day(), survey: "Old tool", comment: maybe(() => "So so") },
    }),
  };
}
