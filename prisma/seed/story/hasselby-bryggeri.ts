import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract, addInvoices } from "../contracts";
import { addOrder } from "../orders";
import type { World } from "../world";
import { plant } from "./plant";

/** The invoices of its agreement are among the orders; one in five does not even name the agreement. */
export function plantHasselbyBryggeri(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Hasselby Bryggeri",
      country: "SE",
      industry: "Brewery",
      sizeBand: "50-249",
      owner: "anna",
      since: addMonths(world.asOf, -50),
    },
    {
      name: ["Ebba", "Kvist"],
      title: "Plant manager",
      answers: [
        [4, { nps: 9 }],
        [2, { nps: 10, advantage: "better", switching: "yes" }],
      ],
    },
  );
  const contract = addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-300), -48),
    termMonths: 24,
    yearlyKroner: 1_200_000,
    noticeDays: 90,
    autoRenews: true,
    signedTerms: [1],
  });
  addInvoices(world, customer, contract, {
    everyMonths: 1,
    namesContract: (index) => index % 5 !== 4,
  });
  for (let daysAgo = 24; daysAgo < 1_050; daysAgo += 61) {
    addOrder(world, customer, {
      on: world.ago(daysAgo),
      kroner: 26_000,
      lines: [["seals", 1]],
      discount: 0,
      lateDays: 0,
    });
  }
  return customer;
}
