import { addDays } from "@/lib/format/calendar";
import { YES_NO } from "./account-row";
import * as read from "./row";

export type ContractRow = {
  externalId: string;
  accountExternalId: string;
  name: string | null;
  productType: string | null;
  startsOn: string;
  endsOn: string | null;
  recurringMinor: string;
  currency: string;
  noticeDays: number | null;
  autoRenews: boolean | null;
  isIndexed: boolean | null;
  noticeGivenOn: string | null;
  endedOn: string | null;
  marginRatio: number | null;
  decidedBy: string | null;
  decidedOn: string | null;
};

const DECIDED = {
  signature: ["signature", "signed", "manual", "underskrift", "signatur", "allekirjoitus"],
  automatic: ["automatic", "auto", "auto-renewal", "auto renewal", "automatisk", "automaattinen"],
} as const;
const MAX_NOTICE_DAYS = 3_650;

function yes(row: read.Row, field: string): boolean | null {
  const said = read.choice(row, field, YES_NO);
  return said === null ? null : said === "yes";
}

function yearlyValue(row: read.Row, currency: string): string {
  const minor = read.required(row, "recurring", read.money(row, "recurring", currency), 0n);
  if (minor < 0n) read.problem(row, "recurring", "cannot be negative.");
  return minor.toString();
}

/** The first day after, whichever day the file calls the end. */
function dayAfter(row: read.Row, field: string): string | null {
  const end = read.date(row, field);
  return end === null || row.form.termEnd === "dayAfter" ? end : addDays(end, 1);
}

export function parseContract(row: read.Row): ContractRow {
  const currency = read.currency(row, "currency");
  const startsOn = read.required(row, "startsOn", read.eventDate(row, "startsOn"), "");
  const endsOn = dayAfter(row, "endsOn");
  if (endsOn !== null && startsOn !== "" && endsOn <= startsOn) {
    read.problem(row, "endsOn", "must lie after the term's first day.");
  }
  return {
    externalId: read.externalId(row, "externalId"),
    accountExternalId: read.externalId(row, "accountExternalId"),
    name: read.text(row, "name", 200),
    productType: read.text(row, "productType", 200),
    startsOn,
    endsOn,
    recurringMinor: yearlyValue(row, currency),
    currency,
    noticeDays: read.whole(row, "noticeDays", 0, MAX_NOTICE_DAYS),
    autoRenews: yes(row, "autoRenews"),
    isIndexed: yes(row, "isIndexed"),
    noticeGivenOn: read.pastDate(row, "noticeGivenOn"),
    endedOn: dayAfter(row, "endedOn"),
    marginRatio: read.toNumber(read.ratio(row, "marginRatio")),
    decidedBy: read.choice(row, "decidedBy", DECIDED),
    decidedOn: read.date(row, "decidedOn"),
  };
}
