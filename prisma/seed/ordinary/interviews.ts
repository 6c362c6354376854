import type { DriverKey } from "../answers";
import { daysFrom, type World } from "../world";

const INTERVIEWS = 16;
const DAYS = 300;

type Rated = readonly [driver: DriverKey, value: number];

/** Latest driver answers of each account. */
function ratings(world: World): Map<string, Map<DriverKey, number>> {
  const byAccount = new Map<string, Map<DriverKey, number>>();
  const rated = world.rows.responseEvent
    .filter(({ question }) => question.startsWith("driver_"))
    .sort((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1));
  for (const { accountId, question, valueNumber } of rated) {
    const own = byAccount.get(accountId ?? "") ?? new Map<DriverKey, number>();
    byAccount.set(accountId ?? "", own);
    own.set(question.replace("driver_", "") as DriverKey, valueNumber ?? 0);
  }
  return byAccount;
}

/** Some meetings of the year were interviews: what was said there is what the account answered. */
export function addInterviews(world: World): void {
  const random = world.random.fork("interviews");
  const rated = ratings(world);
  const meetings = world.rows.touch.filter(
    ({ kind, isTwoWay, happenedOn, accountId }) =>
      kind === "meeting" &&
      isTwoWay &&
      rated.has(accountId) &&
      daysFrom(happenedOn, world.asOf) <= DAYS,
  );
  for (const touch of random.shuffled(meetings).slice(0, INTERVIEWS)) {
    const own: Rated[] = [...(rated.get(touch.accountId) ?? [])];
    touch.kind = "interview";
    touch.praisedDrivers = own.filter(([, value]) => value === 5).map(([driver]) => driver);
    touch.criticisedDrivers = own.filter(([, value]) => value <= 3).map(([driver]) => driver);
  }
}
