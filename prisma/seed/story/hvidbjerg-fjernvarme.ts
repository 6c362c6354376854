import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import { startOfDay, type World } from "../world";
import { plant } from "./plant";

/** Left for a rival, and came back a year and a half later. */
export function plantHvidbjergFjernvarme(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Hvidbjerg Fjernvarme",
      country: "DK",
      industry: "District heating",
      sizeBand: "50-249",
      owner: "jonas",
      since: addMonths(world.asOf, -99),
    },
    {
      name: ["Thomas", "Iversen"],
      title: "Managing director",
      answers: [
        [3, { nps: 9, switching: "yes" }],
        [1, { nps: 9, advantage: "better" }],
      ],
    },
  );
  const lostOn = world.ago(960);
  const backOn = addMonths(world.ago(-220), -24);
  addContract(world, customer, {
    product: "service",
    from: addMonths(lostOn, -36),
    termMonths: 12,
    yearlyKroner: 640_000,
    noticeDays: 90,
    autoRenews: true,
    noticeGivenOn: world.ago(1_055),
    endedOn: lostOn,
  });
  addContract(world, customer, {
    product: "service",
    from: backOn,
    termMonths: 24,
    yearlyKroner: 720_000,
    noticeDays: 30,
    autoRenews: true,
  });
  const tell = (kind: "account_lost" | "won_back", on: string) =>
    world.add("churnEvent", {
      id: world.newId(on),
      accountId: customer.account.id,
      source: "erp",
      externalId: `L${world.rows.churnEvent.length + 1}`,
      kind,
      happenedOn: on,
      reason: kind === "account_lost" ? "Price" : "Rival could not deliver service",
      rival: kind === "account_lost" ? "Kvarnteknik" : null,
      createdAt: startOfDay(on),
    });
  tell("account_lost", lostOn);
  tell("won_back", backOn);
  return customer;
}
