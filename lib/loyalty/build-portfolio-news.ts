import { standOf } from "@/lib/facts/stand-at";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, loyaltyMovement } from "@/lib/metrics";
import type { FollowUpRow } from "./load-portfolio-news";
import { perSelection } from "./per-epoch";
import type {
  FollowUpDto,
  MoveDto,
  PortfolioNews,
  QuietDto,
  ThankDto,
} from "./portfolio-news.types";
import type { Scene } from "./scene";

export const NEWS_SHOWN = 8;
const LONG_DAYS = 730;
const THANKED_DAYS = 90;
/** Comparing more accounts with yet another day takes a page's time: the overview tells of them. */
const MOST_COMPARED = 3_000;

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function listed<Row>(rows: readonly Row[]): { rows: Row[]; total: number } {
  return { rows: rows.slice(0, NEWS_SHOWN), total: rows.length };
}

function refOf({ id, account }: UnitFacts) {
  return { id, name: account.name };
}

/** Who moved between a day and the scene's, on evidence; the largest first. */
export function movesSince(
  { facts, units, active, now, asOfDay, settings }: Scene,
  sinceDay: number,
): MoveDto[] | null {
  if (units.length > MOST_COMPARED) return null;
  if (sinceDay >= asOfDay) return [];
  // Other conventions move accounts that did nothing.
  if (facts.contexts.changeBetween(sinceDay, asOfDay) !== null) return null;
  const before = standOf(facts, units, sinceDay);
  const running = new Map(
    active.map(({ accountId, revenue }) => [accountId, revenue.runningMinor]),
  );
  return now
    .flatMap((after): MoveDto[] => {
      const stood = before.get(after.accountId);
      const unit = facts.unitById.get(after.accountId);
      if (!stood || !unit) return [];
      const movement = loyaltyMovement(stood, after, settings.line);
      if (movement.kind === "none") return [];
      const states = "from" in movement ? movement : { from: null, to: null };
      return [{ account: refOf(unit), kind: movement.kind, from: states.from, to: states.to }];
    })
    .sort((a, b) => (running.get(b.account.id) ?? 0) - (running.get(a.account.id) ?? 0));
}

function quiet(
  { facts, active }: Scene,
  isQuiet: (assessment: AccountAssessment) => boolean,
): QuietDto[] {
  return active
    .filter(isQuiet)
    .toSorted((a, b) => b.revenue.runningMinor - a.revenue.runningMinor)
    .flatMap(({ accountId, standing, revenue, hearing }) => {
      const unit = facts.unitById.get(accountId);
      if (!unit) return [];
      return [
        {
          account: refOf(unit),
          state: standing,
          runningMinor: revenue.runningMinor,
          lastHeardOn: iso(hearing.lastHeardDay),
        },
      ];
    });
}

function followUpDto(row: FollowUpRow, facts: WorkspaceFacts, asOfDay: number): FollowUpDto[] {
  const account = facts.accounts.get(row.accountId);
  if (!account) return [];
  return [
    {
      ...{ id: row.id, kind: row.kind, text: row.text },
      account: { id: account.id, name: account.name },
      dueOn: isoOfDay(row.dueDay),
      isOverdue: row.dueDay < asOfDay,
    },
  ];
}

/** Customer since the day on file, else since the first contract or order. */
function sinceDayOf({ account, history }: UnitFacts): number | null {
  if (account.customerSinceDay !== null) return account.customerSinceDay;
  const starts = history.contracts.map(({ startDay }) => startDay);
  const days = [...starts, history.orders.orderDays[0]].filter((day) => day !== undefined);
  return days.length === 0 ? null : Math.min(...days);
}

type Proven = { unit: UnitFacts; runningMinor: number; since: number };

/** Loyal and two years or longer a customer, the largest first. */
function longLoyal({ facts, active, asOfDay }: Scene): Proven[] {
  return active
    .filter(({ standing }) => standing?.state === "loyal")
    .toSorted((a, b) => b.revenue.runningMinor - a.revenue.runningMinor)
    .flatMap(({ accountId, revenue: { runningMinor } }) => {
      const unit = facts.unitById.get(accountId);
      const since = unit ? sinceDayOf(unit) : null;
      if (!unit || since === null || asOfDay - since < LONG_DAYS) return [];
      return [{ unit, runningMinor, since }];
    });
}

/** Of those the ones that were not thanked in 90 days. */
function toThank(scene: Scene, thanked: ReadonlyMap<string, number>): Proven[] {
  const { units, asOfDay } = scene;
  const proven = perSelection(units, `long loyal ${asOfDay}`, () => longLoyal(scene));
  return proven.filter(({ unit }) => {
    const last = lastThanks(unit, thanked);
    return last === null || asOfDay - last >= THANKED_DAYS;
  });
}

function lastThanks({ members }: UnitFacts, thanked: ReadonlyMap<string, number>): number | null {
  const days = members.flatMap(({ id }) => thanked.get(id) ?? []);
  return days.length === 0 ? null : Math.max(...days);
}

function thankDto({ unit, runningMinor, since }: Proven, last: number | null): ThankDto {
  return {
    account: refOf(unit),
    runningMinor,
    customerSince: isoOfDay(since),
    thankedOn: iso(last),
  };
}

function quietOf(scene: Scene): Pick<PortfolioNews, "silent" | "notAsked"> {
  return perSelection(scene.units, `quiet ${scene.asOfDay}`, () => ({
    silent: listed(quiet(scene, ({ hearing }) => hearing.isSilent)),
    notAsked: listed(quiet(scene, ({ hearing }) => hearing.isNotAsked)),
  }));
}

export function buildPortfolioNews(
  scene: Scene,
  followUps: readonly FollowUpRow[],
  thanked: ReadonlyMap<string, number>,
): Pick<PortfolioNews, "silent" | "notAsked" | "followUps" | "thanks"> {
  const thanks = listed(toThank(scene, thanked));
  return {
    ...quietOf(scene),
    followUps: listed(followUps.flatMap((row) => followUpDto(row, scene.facts, scene.asOfDay))),
    thanks: {
      ...thanks,
      rows: thanks.rows.map((one) => thankDto(one, lastThanks(one.unit, thanked))),
    },
  };
}
