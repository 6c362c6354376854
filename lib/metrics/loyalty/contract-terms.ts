import { monthOfDay, shiftMonths } from "../core/calendar";
import { checkNonNegative, checkWholeBetween } from "../core/check";
import { isActiveAt } from "../core/period";
import type { Contract } from "./types";

export function isContractActive(contract: Contract, day: number): boolean {
  return isActiveAt(contract.startDay, contract.endDay, day);
}

/**
 * Contract value: what does a contract bring in per year, as agreed on a day?
 *
 * Formula: the yearly value of the latest value step on or before the day, if start <= day < end,
 * else 0.
 *
 * @param contract one contract with its value steps, yearly minor units of at least 0
 * @param day day number
 * @returns yearly recurring value in minor units; 0 on a day on which it does not run
 * Empty: a contract without any value step is bad data.
 * @throws RangeError when there is no value step or a value is negative or not finite
 * @source Holdfast's own construct
 * @example contractValue({ startDay: 0, endDay: 730, values: [{ fromDay: 0, yearlyMinor: 1000 }, { fromDay: 365, yearlyMinor: 1030 }], decisions: [], renewal: null, noticeDays: 0, noticeGivenDay: null }, 400) // => 1030
 */
export function contractValue(contract: Contract, day: number): number {
  if (!isContractActive(contract, day)) return 0;
  let current: Contract["values"][number] | undefined;
  let earliest: Contract["values"][number] | undefined;
  for (const step of contract.values) {
    if (earliest === undefined || step.fromDay < earliest.fromDay) earliest = step;
    if (step.fromDay <= day && (current === undefined || step.fromDay >= current.fromDay))
      current = step;
  }
  const step = current ?? earliest;
  if (step === undefined) throw new RangeError("contract.values must hold at least one step");
  return checkNonNegative(step.yearlyMinor, "contract.values.yearlyMinor");
}

/**
 * Decision date: until when can the customer still decide about the next term?
 *
 * Formula: with automatic renewal, the next renewal date minus the notice days; without it, the end
 * date. The first such day on or after the as-of day.
 *
 * @param contract one contract; `noticeDays` in whole days
 * @param asOfDay day number
 * @returns day number; null when the contract does not run, notice is already given, or no end and
 *   no renewal are recorded
 * Empty: null.
 * @throws RangeError when notice days are negative or the renewal period is under a month
 * @source Holdfast's own construct
 * @example decisionDay({ startDay: 0, endDay: null, values: [], decisions: [], renewal: { firstDay: 365, everyMonths: 12 }, noticeDays: 90, noticeGivenDay: null }, 300) // => 640
 */
export function decisionDay(contract: Contract, asOfDay: number): number | null {
  if (!isContractActive(contract, asOfDay) || isUnderNotice(contract, asOfDay)) return null;
  if (contract.renewal === null) return contract.endDay;
  checkNonNegative(contract.noticeDays, "contract.noticeDays");
  const renewal = nextRenewal(contract.renewal, asOfDay + contract.noticeDays);
  const decision = renewal - contract.noticeDays;
  return contract.endDay === null ? decision : Math.min(decision, contract.endDay);
}

export function isUnderNotice(contract: Contract, day: number): boolean {
  return contract.noticeGivenDay !== null && contract.noticeGivenDay <= day;
}

/** The day a contract under notice stops. */
export function noticeTakesEffect(contract: Contract): number | null {
  if (contract.noticeGivenDay === null) return null;
  if (contract.endDay !== null) return contract.endDay;
  if (contract.renewal === null) return contract.noticeGivenDay + contract.noticeDays;
  return nextRenewal(contract.renewal, contract.noticeGivenDay + contract.noticeDays);
}

function nextRenewal(renewal: NonNullable<Contract["renewal"]>, fromDay: number): number {
  const { firstDay, everyMonths } = renewal;
  checkWholeBetween(everyMonths, 1, 1200, "contract.renewal.everyMonths");
  const elapsed = monthOfDay(fromDay) - monthOfDay(firstDay);
  let step = Math.max(0, Math.floor(elapsed / everyMonths));
  while (shiftMonths(firstDay, step * everyMonths) < fromDay) step += 1;
  return shiftMonths(firstDay, step * everyMonths);
}
