import { invalidField } from "@/lib/errors";
import { dateColumn } from "@/lib/format/calendar";

/** Both days as columns. @throws AppError INVALID_INPUT for a day that has not come */
export function negotiationDates(
  { openedOn, closedOn }: { openedOn: string; closedOn: string | null },
  asOf: string,
): { openedOn: Date; closedOn: Date | null } {
  if (openedOn > asOf) throw invalidField("openedOn", "Choose a date that has come.");
  if (closedOn !== null && closedOn > asOf)
    throw invalidField("closedOn", "Choose a date that has come.");
  return {
    openedOn: dateColumn(openedOn),
    closedOn: closedOn === null ? null : dateColumn(closedOn),
  };
}
