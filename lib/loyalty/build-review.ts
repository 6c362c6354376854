import { isoOfDay } from "@/lib/format/calendar";
import { shiftMonths } from "@/lib/metrics";
import type { AccountDto } from "./account-page.types";
import type { ReviewRows } from "./load-review";
import type { AccountReviewDto, ComplaintDto, SharedReviewDto } from "./review.types";

function complaintDto(row: ReviewRows["complaints"][number], asOfDay: number): ComplaintDto {
  const { subject, openedDay, solvedDay } = row;
  return {
    subject,
    openedOn: isoOfDay(openedDay),
    solvedOn: solvedDay === null ? null : isoOfDay(solvedDay),
    days: (solvedDay ?? asOfDay) - openedDay,
  };
}

function agreements({ contracts }: AccountDto): SharedReviewDto["contracts"] {
  return contracts
    .filter(({ isActive }) => isActive)
    .map(({ id, name, productType, startsOn, endsOn, renewsOn, ...rest }) => {
      const { autoRenews, noticeDays, yearlyMinor, currency } = rest;
      return {
        ...{ id, name, productType, startsOn, endsOn, renewsOn },
        ...{ autoRenews, noticeDays, yearlyMinor, currency },
      };
    });
}

function sharedReview(
  account: AccountDto,
  rows: ReviewRows,
  company: string,
  asOfDay: number,
): SharedReviewDto {
  const { people, productTypes, purchases, owner } = account;
  return {
    account: { id: account.id, name: account.name },
    company,
    contactPerson: owner?.name ?? null,
    from: isoOfDay(shiftMonths(asOfDay, -12)),
    to: account.asOf,
    contracts: agreements(account),
    purchases,
    productTypes: productTypes
      .filter(({ isOwned }) => isOwned)
      .map(({ name, lastOn }) => ({ name, lastOn })),
    complaints: rows.complaints.map((row) => {
      const { subject: _, ...told } = complaintDto(row, asOfDay);
      return told;
    }),
    promises: rows.promises,
    answered: account.heardPeople,
    people: people.filter(({ leftOn }) => leftOn === null).length,
  };
}

/** The review for one's own table, or for the customer's: the second is made of what it may show, not cut. */
export function buildReview(
  wanted: "us" | "share",
  account: AccountDto,
  rows: ReviewRows,
  { company, asOfDay }: { company: string; asOfDay: number },
): AccountReviewDto {
  if (wanted === "share")
    return { for: "share", review: sharedReview(account, rows, company, asOfDay) };
  return {
    for: "us",
    account,
    complaints: rows.complaints.map((row) => complaintDto(row, asOfDay)),
    from: isoOfDay(shiftMonths(asOfDay, -12)),
  };
}
