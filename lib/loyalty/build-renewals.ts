import { roundHalfEven } from "@/lib/facts/currency";
import { groupBy } from "@/lib/facts/group-by";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay, isoOfMonth, monthNumber } from "@/lib/format/calendar";
import {
  type AccountAssessment,
  callAndSignalDiffer,
  contractValue,
  shiftMonths,
} from "@/lib/metrics";
import { employeeRef, negotiationDtos, walletDto } from "./build-account-parts";
import { nextDecision } from "./contract-dates";
import type { RenewalDetails } from "./load-renewals";
import type {
  ManagerCallDto,
  RadarDays,
  RenewalRowDto,
  RenewalsDto,
  StakeMonthDto,
} from "./renewals.types";
import { RADAR_DAYS } from "./renewals.types";
import type { Scene } from "./scene";

const CALL_DAYS = 60;
/** 180 days from the last of a month end in the sixth month after it. */
const MONTHS_AHEAD = 7;

export type Ahead = {
  unit: UnitFacts;
  assessment: AccountAssessment;
  contractId: string;
  decisionDay: number;
  renewsOnDay: number | null;
  yearlyMinor: number;
};

function aheadOf(unit: UnitFacts, assessment: AccountAssessment): Ahead[] {
  const { asOfDay } = assessment;
  const byContract = groupBy(unit.history.contracts, ({ contractId }) => contractId);
  return [...byContract].flatMap(([contractId, own]) => {
    const next = nextDecision(own, asOfDay);
    if (!next || next.decisionDay - asOfDay > RADAR_DAYS[2]) return [];
    const value = own.reduce((total, contract) => total + contractValue(contract, asOfDay), 0);
    return [{ unit, assessment, contractId, ...next, yearlyMinor: roundHalfEven(value) }];
  });
}

/** Every running contract that is decided about within 180 days, the soonest first. */
export function contractsAhead(scene: Scene): Ahead[] {
  const assessed = new Map(scene.active.map((one) => [one.accountId, one]));
  return scene.units
    .flatMap((unit) => {
      const assessment = assessed.get(unit.id);
      return assessment ? aheadOf(unit, assessment) : [];
    })
    .sort((a, b) => a.decisionDay - b.decisionDay || b.yearlyMinor - a.yearlyMinor);
}

/** All months the radar reaches, those without a decision too; none where no contract is decided. */
export function stakesByMonth(ahead: readonly Ahead[], asOf: string): StakeMonthDto[] {
  if (ahead.length === 0) return [];
  const first = monthNumber(asOf);
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => {
    const month = isoOfMonth(first + index).slice(0, 7);
    const own = ahead.filter(({ decisionDay }) => isoOfDay(decisionDay).startsWith(month));
    const sum = (rows: readonly Ahead[]) => rows.reduce((total, row) => total + row.yearlyMinor, 0);
    const atRisk = own.filter(({ assessment }) => assessment.signal.verdict === "atRisk");
    return {
      month,
      contracts: own.length,
      yearlyMinor: sum(own),
      atRiskMinor: sum(atRisk),
    };
  });
}

function withinDays(daysLeft: number): RadarDays {
  return RADAR_DAYS.find((days) => daysLeft <= days) ?? RADAR_DAYS[2];
}

function callDto(
  { contractId, assessment }: Ahead,
  facts: WorkspaceFacts,
  details: RenewalDetails,
): ManagerCallDto | null {
  const row = details.calls.get(contractId);
  if (!row) return null;
  return {
    call: row.call,
    line: row.line,
    on: isoOfDay(row.day),
    isOld: assessment.asOfDay - row.day > CALL_DAYS,
    by: facts.employees.get(row.calledById)?.name ?? null,
  };
}

function hearingOf({ hearing, attitude, behaviour, standing }: AccountAssessment) {
  const { rolesPresent, roleGaps, lastHeardDay } = hearing;
  return {
    state: standing,
    attitude: attitude.score,
    attitudeReason: attitude.reason,
    behaviour: behaviour.score,
    rolesHeard: rolesPresent.length - roleGaps.length,
    roles: rolesPresent.length,
    hasDecisionMaker: hearing.hasDecisionMaker,
    lastHeardOn: lastHeardDay === null ? null : isoOfDay(lastHeardDay),
    silence: hearing.isSilent
      ? ("silent" as const)
      : hearing.isNotAsked
        ? ("notAsked" as const)
        : null,
  };
}

function complaintsOf({ unit, assessment }: Ahead) {
  const { asOfDay } = assessment;
  const yearAgo = shiftMonths(asOfDay, -12);
  const complaints = unit.history.events.filter(
    (event) => event.kind === "complaint" && event.day <= asOfDay,
  );
  return {
    complaintsInYear: complaints.filter(({ day }) => day > yearAgo).length,
    complaintsOpen: complaints.filter(
      (event) =>
        event.kind === "complaint" && (event.closedDay === null || event.closedDay > asOfDay),
    ).length,
  };
}

function rowDto(ahead: Ahead, facts: WorkspaceFacts, details: RenewalDetails): RenewalRowDto {
  const { unit, assessment, contractId, decisionDay, renewsOnDay, yearlyMinor } = ahead;
  const { asOfDay, signal } = assessment;
  const term = unit.terms.findLast((row) => row.contractId === contractId);
  const owner = facts.accounts.get(term?.accountId ?? unit.id) ?? unit.account;
  const rounds = negotiationDtos(details.rounds.get(contractId) ?? [], asOfDay);
  const call = callDto(ahead, facts, details);
  return {
    contractId,
    name: term?.name ?? "",
    account: { id: owner.id, name: owner.name },
    decidedBy: owner.id === unit.id ? null : { id: unit.id, name: unit.account.name },
    owner: employeeRef(facts, owner.ownerId),
    decisionOn: isoOfDay(decisionDay),
    daysLeft: decisionDay - asOfDay,
    within: withinDays(decisionDay - asOfDay),
    renewsOn: renewsOnDay === null ? null : isoOfDay(renewsOnDay),
    yearlyMinor,
    ...hearingOf(assessment),
    ...complaintsOf(ahead),
    wallet: walletDto({ facts, unit, assessment }),
    negotiation: rounds.at(-1) ?? null,
    negotiationBefore: rounds.at(-2) ?? null,
    signal: signal.verdict,
    signalCodes: [...signal.codes],
    call,
    differ: call !== null && callAndSignalDiffer(call.call, signal.verdict),
  };
}

type Built = Pick<
  RenewalsDto,
  "rows" | "total" | "totalMinor" | "atRiskMinor" | "differing" | "withoutCall"
>;

export function buildRenewals(
  ahead: readonly Ahead[],
  facts: WorkspaceFacts,
  details: RenewalDetails,
  shown: number,
): Built {
  const sum = (rows: readonly Ahead[]) => rows.reduce((total, row) => total + row.yearlyMinor, 0);
  const differs = (row: Ahead) => {
    const call = details.calls.get(row.contractId)?.call;
    return call !== undefined && callAndSignalDiffer(call, row.assessment.signal.verdict);
  };
  const dto = (row: Ahead) => rowDto(row, facts, details);
  return {
    rows: ahead.slice(0, shown).map(dto),
    total: ahead.length,
    totalMinor: sum(ahead),
    atRiskMinor: sum(ahead.filter(({ assessment }) => assessment.signal.verdict === "atRisk")),
    differing: ahead.filter(differs).map(dto),
    withoutCall: ahead.filter((row) => {
      const call = callDto(row, facts, details);
      return call === null || call.isOld;
    }).length,
  };
}
