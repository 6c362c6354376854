import { addMonths } from "@/lib/format/calendar";
import { type AccountSpec, addAccount, addPerson, type Customer } from "../accounts";
import { type Answers, ask } from "../answers";
import { addContract, addInvoices } from "../contracts";
import { addTouch } from "../events";
import { addOrder } from "../orders";
import { addWalletEstimate } from "../ordinary/wallets";
import { pulseDay, pulseWave } from "../waves";
import { startOfDay, type World } from "../world";

type Signer = {
  name: readonly [string, string];
  title: string;
  answers: readonly (readonly [index: number, Answers])[];
};

function plant(world: World, spec: AccountSpec, signer: Signer): Customer {
  const customer = addAccount(world, spec);
  const person = addPerson(world, customer, {
    role: "decision_maker",
    name: signer.name,
    title: signer.title,
  });
  addPerson(world, customer, { role: "user" });
  for (const [index, answers] of signer.answers) {
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers,
      afterDays: 1,
    });
  }
  if (spec.owner)
    addTouch(world, customer, { by: spec.owner, on: world.ago(48), kind: "call", person });
  return customer;
}

/** Stays because there is nowhere else to go, and says so. */
export function plantNorrskenGruvvatten(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Norrsken Gruvvatten",
      country: "SE",
      industry: "Mining",
      sizeBand: "250+",
      owner: "anna",
      since: addMonths(world.asOf, -88),
    },
    {
      name: ["Olle", "Hedlund"],
      title: "Technical director",
      answers: [
        [4, { nps: 8 }],
        [
          0,
          {
            nps: 8,
            advantage: "no_real_alternative",
            comment: "Ingen annan gör pumpar som klarar vårt vatten.",
          },
        ],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-330), -48),
    termMonths: 12,
    yearlyKroner: 1_720_000,
    noticeDays: 60,
    autoRenews: true,
    indexation: 0.025,
  });
  return customer;
}

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

/** Renews in 200 days, but whoever wants out must say so within twenty. */
export function plantBjornholmKraftvarme(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Bjørnholm Kraftvarme",
      country: "DK",
      industry: "District heating",
      sizeBand: "250+",
      owner: "jonas",
      since: addMonths(world.asOf, -96),
    },
    {
      name: ["Gitte", "Overgaard"],
      title: "Managing director",
      answers: [
        [4, { nps: 8 }],
        [2, { nps: 8, advantage: "same" }],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-200), -72),
    termMonths: 24,
    yearlyKroner: 2_350_000,
    noticeDays: 180,
    autoRenews: true,
    indexation: 0.03,
    signedTerms: [1],
  });
  return customer;
}

/** Bound for years, satisfied, and buys most of its pumps elsewhere. */
export function plantVesterhavKran(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Vesterhav Kran",
      country: "DK",
      industry: "Harbour and marine",
      sizeBand: "250+",
      owner: "mette",
      since: addMonths(world.asOf, -64),
    },
    {
      name: ["Henrik", "Dalsgaard"],
      title: "Technical director",
      answers: [
        [4, { nps: 9 }],
        [0, { nps: 9, advantage: "better" }],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-930), -60),
    termMonths: 60,
    yearlyKroner: 3_100_000,
    noticeDays: 180,
    autoRenews: true,
  });
  addWalletEstimate(world, customer, {
    yearlyKroner: 10_300_000,
    spread: 0.1,
    provenance: "asked",
    on: world.ago(70),
  });
  return customer;
}

/** Says ten and has still given notice: the plant moves to another owner with a frame agreement. */
export function plantAalundPapir(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Aalund Papir",
      country: "DK",
      industry: "Pulp and paper",
      sizeBand: "250+",
      owner: "jonas",
      since: addMonths(world.asOf, -120),
    },
    {
      name: ["Kirsten", "Bundgaard"],
      title: "Plant manager",
      answers: [
        [4, { nps: 9 }],
        [2, { nps: 10 }],
      ],
    },
  );
  const renewal = world.ago(-52);
  addContract(world, customer, {
    product: "service",
    from: addMonths(renewal, -48),
    termMonths: 12,
    yearlyKroner: 1_480_000,
    noticeDays: 60,
    autoRenews: true,
    noticeGivenOn: world.ago(29),
    endedOn: renewal,
  });
  return customer;
}

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

/** Bought for the first time five months ago; delighted, and too new to judge. */
export function plantFjordglimtBiogas(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Fjordglimt Biogas",
      country: "NO",
      industry: "Water utility",
      sizeBand: "1-49",
      owner: "sofie",
      since: world.ago(152),
      acquiredBy: "repeat_person",
    },
    {
      name: ["Ragnhild", "Kvam"],
      title: "Managing director",
      answers: [[0, { nps: 10, advantage: "better" }]],
    },
  );
  addOrder(world, customer, {
    on: world.ago(152),
    kroner: 310_000,
    lines: [
      ["pumps", 0.9],
      ["controls", 0.1],
    ],
    discount: 0.04,
    lateDays: 1,
  });
  return customer;
}
