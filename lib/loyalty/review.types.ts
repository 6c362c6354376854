import type { PurchaseKindDto } from "./account-follow-ups.types";
import type { AccountDto, ContractDto } from "./account-page.types";
import type { AccountRef, IsoDate } from "./figures.types";

export type ComplaintDto = {
  subject: string;
  openedOn: IsoDate;
  solvedOn: IsoDate | null;
  days: number;
};

/**
 * What may be laid on the customer's table: what they have, bought and can count themselves. No score and
 * nobody's answer or name, no signal, no call, no note, and no word that a colleague wrote for colleagues.
 */
export type SharedReviewDto = {
  account: AccountRef;
  company: string;
  contactPerson: string | null;
  from: IsoDate;
  to: IsoDate;
  contracts: (Pick<
    ContractDto,
    "id" | "name" | "productType" | "startsOn" | "endsOn" | "renewsOn" | "autoRenews"
  > &
    Pick<ContractDto, "noticeDays" | "yearlyMinor" | "currency">)[];
  purchases: PurchaseKindDto[];
  productTypes: { name: string; lastOn: IsoDate | null }[];
  complaints: Omit<ComplaintDto, "subject">[];
  promises: { made: number; kept: number; open: number; notKept: number };
  /** People who answered in the last year, of those on file. */
  answered: number;
  people: number;
};

export type AccountReviewDto =
  | { for: "us"; account: AccountDto; complaints: ComplaintDto[]; from: IsoDate }
  | { for: "share"; review: SharedReviewDto };
