import { addDays, isoOfDay, isoOfMonth } from "@/lib/format/calendar";
import { type Dice, diceFor, idOf } from "./random";

// An invented company's customers: all of it follows from the seed and the number of accounts.

export const AS_OF = "2026-10-31";
const AS_OF_MONTH = 2026 * 12 + 9;
export const MONTHS = 60;
const FIRST_MONTH = AS_OF_MONTH - MONTHS + 1;
const ORDERS_PER_ACCOUNT = 100;
export const PRODUCT_TYPES = 12;
export const CONTRACT_TYPES = 2;
export const EMPLOYEES = 40;

export const KIND = {
  account: 1,
  contact: 2,
  purchase: 3,
  contract: 4,
  term: 5,
  invitation: 6,
  answer: 7,
  complaint: 8,
  touch: 9,
  wallet: 10,
  churn: 11,
  productType: 12,
  employee: 13,
  survey: 14,
  wave: 15,
  segment: 16,
  user: 17,
  session: 18,
} as const;

const COUNTRIES = ["DK", "DK", "DK", "SE", "NO", "DE", "FI", "NL"] as const;
export const REGIONS = ["North", "East", "South", "West", "Islands"] as const;
export const INDUSTRIES = ["Food", "Marine", "Energy", "Building", "Health", "Transport"] as const;
export const SIZES = ["1-49", "50-249", "250+"] as const;
const ROLES = ["decision_maker", "influencer", "user", "user", null] as const;
const CREATED = "2021-11-01T08:00:00Z";

type Rows = Generator<readonly (string | number | boolean | null)[]>;
export type Scale = { workspaceId: string; accounts: number };

const SEEDS = { account: 1, orders: 2, people: 3, contracts: 4, events: 5 } as const;

function dice(of: keyof typeof SEEDS, account: number): Dice {
  return diceFor((account + 1) * 8 + SEEDS[of]);
}

/** What the others need to know of an account. */
export function traitsOf(account: number) {
  const draw = dice("account", account);
  const currency = draw.oneOf([
    "DKK",
    "DKK",
    "DKK",
    "DKK",
    "DKK",
    "DKK",
    "DKK",
    "DKK",
    "EUR",
    "SEK",
  ]);
  const startMonth = FIRST_MONTH + (draw.next() < 0.6 ? 0 : draw.whole(1, MONTHS - 8));
  const endMonth = draw.next() < 0.82 ? AS_OF_MONTH : draw.whole(startMonth + 6, AS_OF_MONTH);
  return {
    currency,
    startMonth,
    endMonth: Math.min(AS_OF_MONTH, endMonth),
    country: draw.oneOf(COUNTRIES),
    region: draw.oneOf(REGIONS),
    industry: draw.oneOf(INDUSTRIES),
    sizeBand: draw.oneOf(SIZES),
    owner: draw.whole(0, EMPLOYEES - 1),
    /** One in 25 is the site of the account before it, which decides for it. */
    isSite: account % 25 === 1,
    liking: draw.normal(),
    hasContracts: draw.next() < 0.35,
  };
}

export function* accountRows({ workspaceId, accounts }: Scale): Rows {
  for (let n = 0; n < accounts; n += 1) {
    const { currency, country, region, industry, sizeBand, owner, isSite, startMonth } =
      traitsOf(n);
    const parent = isSite ? idOf(KIND.account, n - 1) : null;
    yield [
      ...[workspaceId, idOf(KIND.account, n), "bench", `K${n}`, n + 1, `Account ${n} A/S`, parent],
      ...[n % 25 === 0, idOf(KIND.employee, owner), sizeBand, industry, country, region, currency],
      ...[isoOfMonth(startMonth), CREATED, CREATED],
    ];
  }
}

export const ACCOUNT_COLUMNS = [
  ...["workspace_id", "id", "source", "external_id", "ordinal", "name", "parent_id"],
  ...["decides_for_sites", "owner_id", "size_band", "industry", "country", "region", "currency"],
  ...["customer_since", "created_at", "updated_at"],
];

/** Orders of an account: some order every week, some twice a year, a hundred each in the mean. */
export function* ordersOf(account: number, mean = ORDERS_PER_ACCOUNT) {
  const { startMonth, endMonth, currency } = traitsOf(account);
  const draw = dice("orders", account);
  const months = endMonth - startMonth + 1;
  const perMonth = (mean / MONTHS) * Math.exp(0.7 * draw.normal() - 0.245) * 1.32;
  const amount = Math.exp(11 + draw.normal());
  const types = Array.from({ length: draw.whole(1, 5) }, () =>
    draw.whole(CONTRACT_TYPES, PRODUCT_TYPES - 1),
  );
  const automatic = draw.next() < 0.25 ? 0.6 : 0.1;
  const trend = 0.004 * draw.normal();
  for (let month = 0; month < months; month += 1) {
    const expected = perMonth * Math.exp(trend * month);
    const count = Math.floor(expected) + (draw.next() < expected % 1 ? 1 : 0);
    for (let order = 0; order < count; order += 1) {
      const paid = Math.round(amount * Math.exp(0.5 * draw.normal()));
      const isDiscounted = draw.next() < 0.2;
      yield {
        on: addDays(isoOfMonth(startMonth + month), draw.whole(0, 27)),
        type: draw.oneOf(types),
        paid,
        list: isDiscounted ? Math.round(paid * 1.1) : paid,
        margin: Math.round(paid * 0.3),
        currency,
        chosenBy: draw.next() < automatic ? "automatic" : "active",
      };
    }
  }
}

export const PURCHASE_COLUMNS = [
  ...["workspace_id", "id", "account_id", "product_type_id", "source", "external_id"],
  ...["order_number", "ordered_on", "amount_minor", "list_minor", "margin_minor", "currency"],
  ...["chosen_by", "created_at"],
];

export function* purchaseRows({ workspaceId, accounts }: Scale): Rows {
  let n = 0;
  for (let account = 0; account < accounts; account += 1) {
    const accountId = idOf(KIND.account, account);
    for (const order of ordersOf(account)) {
      const { on, type, paid, list, margin, currency, chosenBy } = order;
      yield [
        ...[workspaceId, idOf(KIND.purchase, n), accountId, idOf(KIND.productType, type), "bench"],
        ...[`L${n}`, `O${n}`, on, paid, list, margin, currency, chosenBy, CREATED],
      ];
      n += 1;
    }
  }
}

type Term = { from: string; to: string; minor: number; decidedBy: "signature" | "automatic" };

function contractsOf(account: number): { autoRenews: boolean; type: number; terms: Term[] }[] {
  const { hasContracts, startMonth, endMonth } = traitsOf(account);
  if (!hasContracts) return [];
  const draw = dice("contracts", account);
  return Array.from({ length: draw.whole(1, 2) }, (_, index) => {
    const autoRenews = draw.next() < 0.6;
    let minor = Math.round(Math.exp(15 + draw.normal()));
    const terms: Term[] = [];
    for (let month = startMonth + index; month <= endMonth; month += 12) {
      const decidedBy = terms.length === 0 || draw.next() < 0.5 ? "signature" : "automatic";
      terms.push({ from: isoOfMonth(month), to: isoOfMonth(month + 12), minor, decidedBy });
      minor = Math.round(minor * (0.97 + 0.1 * draw.next()));
    }
    return { autoRenews, type: index, terms };
  }).filter(({ terms }) => terms.length > 0);
}

export const CONTRACT_COLUMNS = [
  ...["workspace_id", "id", "account_id", "product_type_id", "name", "notice_days", "auto_renews"],
  ...["created_at", "updated_at"],
];
export const TERM_COLUMNS = [
  ...["workspace_id", "id", "contract_id", "starts_on", "ends_on", "recurring_minor", "currency"],
  ...["decided_by", "decided_on"],
];

export function* contractRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    for (const [index, { autoRenews, type }] of contractsOf(account).entries()) {
      const id = idOf(KIND.contract, account * 4 + index);
      const typeId = idOf(KIND.productType, type);
      yield [
        ...[workspaceId, id, idOf(KIND.account, account), typeId, `Agreement ${index + 1}`, 90],
        ...[autoRenews, CREATED, CREATED],
      ];
    }
  }
}

export function* termRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    const { currency } = traitsOf(account);
    for (const [index, { terms }] of contractsOf(account).entries()) {
      const contractId = idOf(KIND.contract, account * 4 + index);
      for (const [step, term] of terms.entries()) {
        const id = idOf(KIND.term, account * 64 + index * 16 + step);
        const { from, to, minor, decidedBy } = term;
        yield [workspaceId, id, contractId, from, to, minor, currency, decidedBy, from];
      }
    }
  }
}

const WAVES = 10;
const WAVE_EVERY_MONTHS = 5;
const PEOPLE_AT_MOST = 4;

export function waveDay(wave: number): string {
  return addDays(isoOfMonth(AS_OF_MONTH - wave * WAVE_EVERY_MONTHS), 6);
}

function peopleOf(account: number) {
  const draw = dice("people", account);
  return Array.from({ length: draw.whole(1, PEOPLE_AT_MOST) }, (_, index) => ({
    number: account * 8 + index,
    role: draw.oneOf(ROLES),
    /** How often the person answers, and how kindly. */
    replies: 0.15 + 0.6 * draw.next(),
    liking: draw.normal(),
    hasLeft: draw.next() < 0.08,
  }));
}

export const CONTACT_COLUMNS = [
  ...["workspace_id", "id", "account_id", "source", "external_id", "first_name", "last_name"],
  ...["email", "role", "left_on", "created_at", "updated_at"],
];

export function* contactRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    for (const { number, role, hasLeft } of peopleOf(account)) {
      const id = idOf(KIND.contact, number);
      yield [
        ...[workspaceId, id, idOf(KIND.account, account), "bench", `P${number}`, "Lone"],
        ...[`Ravn ${number}`, `p${number}@k${account}.example`, role],
        ...[hasLeft ? "2025-06-30" : null, CREATED, CREATED],
      ];
    }
  }
}

/** Who was asked in which wave, and what was answered: about ten answers an account. */
function* asksOf(account: number) {
  const { liking } = traitsOf(account);
  const draw = diceFor((account + 1) * 8 + 6);
  for (const person of peopleOf(account)) {
    for (let wave = 0; wave < WAVES; wave += 1) {
      if (draw.next() > 0.45) continue;
      const mood = 7.6 + 1.3 * liking + 1.1 * person.liking + 0.8 * draw.normal();
      const nps = Math.max(0, Math.min(10, Math.round(mood)));
      yield {
        ...{ wave, contactId: idOf(KIND.contact, person.number) },
        invitationId: idOf(KIND.invitation, person.number * 16 + wave),
        answers:
          draw.next() < person.replies
            ? { nps, csat: Math.max(1, Math.min(5, Math.round(mood / 2))), on: draw.whole(1, 9) }
            : null,
        number: person.number * 16 + wave,
      };
    }
  }
}

export const INVITATION_COLUMNS = [
  ...["workspace_id", "id", "wave_id", "survey_id", "contact_id", "account_id", "language"],
  ...["created_at", "closes_on", "handed_at", "delivered_at"],
];

export function* invitationRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    const accountId = idOf(KIND.account, account);
    for (const { wave, invitationId, contactId } of asksOf(account)) {
      const day = waveDay(wave);
      const sent = `${day}T08:00:00Z`;
      yield [
        ...[workspaceId, invitationId, idOf(KIND.wave, wave), idOf(KIND.survey, 0), contactId],
        ...[accountId, "en", sent, addDays(day, 30), sent, sent],
      ];
    }
  }
}

export const ANSWER_COLUMNS = [
  ...["workspace_id", "id", "invitation_id", "survey_id", "contact_id", "account_id", "question"],
  ...["value_number", "scale", "scope", "class", "answered_at", "answered_on"],
];

export function* answerRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    const accountId = idOf(KIND.account, account);
    for (const { wave, invitationId, contactId, answers, number } of asksOf(account)) {
      if (!answers) continue;
      const day = addDays(waveDay(wave), answers.on);
      const asked = [
        ["nps", answers.nps, "0-10"],
        ["csat", answers.csat, "1-5"],
      ] as const;
      for (const [index, [question, value, scale]] of asked.entries())
        yield [
          ...[workspaceId, idOf(KIND.answer, number * 2 + index), invitationId],
          ...[idOf(KIND.survey, 0), contactId, accountId, question, value, scale, "relationship"],
          ...["confirmed", `${day}T09:00:00Z`, day],
        ];
    }
  }
}

export const COMPLAINT_COLUMNS = [
  ...["workspace_id", "id", "account_id", "subject", "opened_on", "solved_on", "created_at"],
];

export function* complaintRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    const { startMonth, endMonth } = traitsOf(account);
    const draw = dice("events", account);
    for (let index = 0; index < 3 && draw.next() < 0.35; index += 1) {
      const day = addDays(isoOfMonth(draw.whole(startMonth, endMonth)), draw.whole(0, 27));
      const solved = draw.next() < 0.9 ? addDays(day, draw.whole(1, 40)) : null;
      yield [
        ...[workspaceId, idOf(KIND.complaint, account * 4 + index), idOf(KIND.account, account)],
        ...["Late delivery", day, solved, CREATED],
      ];
    }
  }
}

export const TOUCH_COLUMNS = [
  ...["workspace_id", "id", "account_id", "kind", "is_two_way", "happened_on", "created_at"],
];

export function* touchRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 1) {
    const draw = diceFor((account + 1) * 8 + 7);
    for (let index = 0; index < 3 && draw.next() < 0.6; index += 1) {
      const day = isoOfDay(20_757 - draw.whole(0, 700));
      yield [
        ...[workspaceId, idOf(KIND.touch, account * 4 + index), idOf(KIND.account, account)],
        ...["call", true, day, CREATED],
      ];
    }
  }
}

export const WALLET_COLUMNS = [
  ...["workspace_id", "id", "account_id", "yearly_low_minor", "yearly_high_minor", "currency"],
  ...["provenance", "estimated_on", "created_at"],
];

export function* walletRows({ workspaceId, accounts }: Scale): Rows {
  for (let account = 0; account < accounts; account += 7) {
    const low = Math.round(Math.exp(16 + diceFor(account + 1).normal()));
    yield [
      ...[workspaceId, idOf(KIND.wallet, account), idOf(KIND.account, account), low],
      ...[low * 2, traitsOf(account).currency, "estimated", "2026-06-15", CREATED],
    ];
  }
}

export { CREATED, WAVES };
