/**
 * The Gregorian calendar on plain numbers: days since 1970-01-01 and months as year * 12 + month - 1.
 * Pure arithmetic on 400-year eras that start on 1 March.
 */
export function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400) * 12 + monthFromMarch + 2;
}

export function firstDayOfMonth(month: number): number {
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (fromMarch - year * 12) + 2) / 5);
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function lastWholeMonth(asOfDay: number): number {
  return monthOfDay(asOfDay + 1) - 1;
}

/**
 * The same day some months away. The last day of a month stays the last day: figures stand at closes of
 * months, terms end with them, and three months before 30 June is the close of March.
 */
export function shiftMonths(day: number, months: number): number {
  const month = monthOfDay(day);
  const target = month + months;
  const end = firstDayOfMonth(target + 1) - 1;
  if (day + 1 === firstDayOfMonth(month + 1)) return end;
  return Math.min(firstDayOfMonth(target) + day - firstDayOfMonth(month), end);
}
