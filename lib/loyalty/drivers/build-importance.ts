import { DRIVER_ITEMS, type DriverItem } from "@/lib/accounts/driver-items";
import {
  type DriverImportance,
  type DriverRow,
  driverImportance,
  ladderAdvice,
  relativeWeights,
} from "@/lib/metrics";
import type { ImportanceDto, LadderDto } from "../drivers.types";
import { estimateDto } from "../estimate-dto";
import { DRAWS } from "../measures/draws";
import type { DriverAnswer } from "./load-driver-answers";

const ANSWERS_PER_DRIVER = 10;
const WEAK_BELOW = 4;

type Asked = { account: string; values: ReadonlyMap<string, number> };

function byInvitation(
  answers: readonly DriverAnswer[],
  unitOf: (accountId: string) => string | undefined,
): Asked[] {
  const asked = new Map<string, { account: string; values: Map<string, number> }>();
  for (const { invitationId, accountId, question, value } of answers) {
    const account = unitOf(accountId);
    if (account === undefined) continue;
    const own = asked.get(invitationId) ?? { account, values: new Map<string, number>() };
    asked.set(invitationId, own);
    own.values.set(question, value);
  }
  return [...asked.values()];
}

const questionOf = (item: DriverItem) => `driver_${item}`;

/** Asked of at least half of those who were asked most: a rare item would leave most answers incomplete. */
function itemsAsked(rows: readonly Asked[]): DriverItem[] {
  const countOf = (item: DriverItem) =>
    rows.filter(({ values }) => values.has(questionOf(item))).length;
  const most = Math.max(0, ...DRIVER_ITEMS.map(countOf));
  return DRIVER_ITEMS.filter((item) => countOf(item) > 0 && 2 * countOf(item) >= most);
}

/** The score asked beside the drivers most often; two scales are never pooled. */
function outcomeOf(rows: readonly Asked[]): ImportanceDto["outcome"] {
  const countOf = (question: string) => rows.filter(({ values }) => values.has(question)).length;
  return countOf("csat") > countOf("nps") ? "csat" : "nps";
}

/** Johnson's weights of the complete answers, beside the shares. */
function weightsOf(rows: readonly DriverRow[]): readonly number[] {
  const complete = rows.flatMap(({ answers, outcome }) => {
    const given = answers.filter((answer) => answer !== null);
    return given.length < answers.length ? [] : [{ given, outcome }];
  });
  const found = relativeWeights(
    complete.map(({ given }) => given),
    complete.map(({ outcome }) => outcome),
  );
  return found.reason === null ? found.shares : [];
}

export type DriverFigures = {
  dto: ImportanceDto;
  importance: DriverImportance;
};

export function buildImportance(
  answers: readonly DriverAnswer[],
  unitOf: (accountId: string) => string | undefined,
): DriverFigures {
  const asked = byInvitation(answers, unitOf);
  const items = itemsAsked(asked);
  const outcome = outcomeOf(asked);
  const rows = asked.flatMap(({ account, values }): DriverRow[] => {
    const score = values.get(outcome);
    const given = items.map((item) => values.get(questionOf(item)) ?? null);
    if (score === undefined || given.every((answer) => answer === null)) return [];
    return [{ account, outcome: score, answers: given }];
  });
  const importance = driverImportance(rows, { items: items.map((key) => ({ key })), ...DRAWS });
  const weights = weightsOf(rows);
  const { n, accounts, leftOut, reason, explained } = importance;
  return {
    importance,
    dto: {
      outcome,
      drivers: importance.items.map((figure, place) => ({
        key: items[place] as DriverItem,
        importance: estimateDto(figure.importance),
        ofExplained: figure.ofExplained,
        chance: figure.chance,
        matters: figure.matters,
        direction: figure.direction,
        relativeWeight: weights[place] ?? null,
        performance: estimateDto(figure.performance),
      })),
      explained: estimateDto(explained),
      n,
      accounts,
      leftOut,
      needed: ANSWERS_PER_DRIVER * Math.max(items.length, 1),
      reason,
    },
  };
}

/** The lowest rung that is weak and matters, or why there is none. */
export function buildLadder(
  importance: DriverImportance,
  advantage: { better: number; same: number; worse: number },
): LadderDto {
  const { advice, rung, unclear, better, rungs } = ladderAdvice(importance, {
    weakBelow: WEAK_BELOW,
    advantage,
  });
  return {
    advice,
    rung,
    unclear: [...unclear],
    better: estimateDto(better),
    rungs: rungs.map(({ rung: key, matters, isWeak }) => ({ rung: key, matters, isWeak })),
    weakBelow: WEAK_BELOW,
  };
}
