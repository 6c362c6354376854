import type { CloseColumn, CloseMatrix } from "./close-matrix";
import {
  emptySums,
  foldGroups,
  type Membership,
  membershipOf,
  NUMBERS,
  SEGMENTS_AT_ONCE,
  type Sums,
} from "./membership";
import { type Retained, retainedByGroup } from "./packed-base";

/** A figure of one segment in one month; null where nobody is in its base. `n` is how many are. */
export type SeriesCell = { readonly value: number | null; readonly n: number };

/** By segment, then by month from `firstMonth` on. */
export type SegmentSeries = {
  readonly firstMonth: number;
  readonly gross: readonly (readonly SeriesCell[])[];
  readonly net: readonly (readonly SeriesCell[])[];
  readonly churn: readonly (readonly SeriesCell[])[];
  readonly repurchase: readonly (readonly SeriesCell[])[];
  readonly upsell: readonly (readonly SeriesCell[])[];
  readonly nps: readonly (readonly SeriesCell[])[];
  readonly csat: readonly (readonly SeriesCell[])[];
};

const YEAR = 12;
const SCALES = [5, 7, 4, 3] as const;
const NONE = new Uint8Array(0);
const GROSS: Retained = {
  opening: "contractOpeningMinor",
  closing: "contractClosingMinor",
  isGross: true,
};
const NET: Retained = { opening: "openingMinor", closing: "closingMinor", isGross: false };

type Walk = { matrix: CloseMatrix; membership: Membership; from: number; segments: number };

/** Adds the months shown of the account whose first one is at `row`; a base of 0 leaves a month out. */
type Add = (sums: Sums, cell: number, row: number) => void;

function summed({ matrix, membership, from, segments }: Walk, add: Add): Sums {
  const shown = matrix.months - from;
  const { groupOf, masks } = membership;
  const groups = emptySums(masks.length * shown);
  for (let account = 0; account < matrix.accounts; account += 1) {
    const group = groupOf[account] as number;
    if (group > 0) add(groups, group * shown, account * matrix.months + from);
  }
  return foldGroups(groups, membership, segments, shown);
}

function addCell(sums: Sums, cell: number, above: number, below: number): void {
  const at = cell * NUMBERS;
  sums[at] = (sums[at] as number) + above;
  sums[at + 1] = (sums[at + 1] as number) + below;
  sums[at + 2] = (sums[at + 2] as number) + 1;
}

type Reading = (name: CloseColumn) => ArrayLike<number>;

function retained({ matrix, membership, from, segments }: Walk, rate: Retained): Sums {
  const groups = retainedByGroup(matrix, from, membership, rate);
  return foldGroups(groups, membership, segments, matrix.months - from);
}

/** Of those who were customers a year before. */
function churned(walk: Walk, read: Reading): Sums {
  const state = read("state");
  const shown = walk.matrix.months - walk.from;
  return summed(walk, (sums, cell, row) => {
    for (let month = 0; month < shown; month += 1)
      if (state[row + month - YEAR]) addCell(sums, cell + month, state[row + month] ? 0 : 1, 1);
  });
}

/** Of those who ordered in the last twelve months: on two dates or more. */
function boughtAgain(walk: Walk, read: Reading): Sums {
  const dates = read("orderDates");
  const shown = walk.matrix.months - walk.from;
  return summed(walk, (sums, cell, row) => {
    let year = 0;
    for (let back = YEAR - 1; back > 0; back -= 1) year += dates[row - back] ?? 0;
    for (let month = 0; month < shown; month += 1) {
      year += dates[row + month] ?? 0;
      if (year > 0) addCell(sums, cell + month, year > 1 ? 1 : 0, 1);
      year -= dates[row + month - YEAR + 1] ?? 0;
    }
  });
}

/** Of the customers with any product type: with more than one. */
function boughtMore(walk: Walk, read: Reading): Sums {
  const [state, types] = [read("state"), read("ownedTypes")];
  const shown = walk.matrix.months - walk.from;
  return summed(walk, (sums, cell, row) => {
    for (let month = 0; month < shown; month += 1) {
      const owned = types[row + month] ?? 0;
      if (state[row + month] && owned > 0) addCell(sums, cell + month, owned > 1 ? 1 : 0, 1);
    }
  });
}

/** Every account that was heard has one vote, the mean of its people's. */
function promoted(walk: Walk, read: Reading): Sums {
  const [votes, voters] = [read("npsSum"), read("npsCount")];
  const shown = walk.matrix.months - walk.from;
  return summed(walk, (sums, cell, row) => {
    for (let month = 0; month < shown; month += 1) {
      const heard = voters[row + month] ?? 0;
      if (heard > 0) addCell(sums, cell + month, (votes[row + month] ?? 0) / heard, 1);
    }
  });
}

function satisfied(walk: Walk, read: Reading, scale: (typeof SCALES)[number]): Sums {
  const [top, answers] = [read(`csat${scale}Top`), read(`csat${scale}Count`)];
  const shown = walk.matrix.months - walk.from;
  return summed(walk, (sums, cell, row) => {
    for (let month = 0; month < shown; month += 1) {
      const count = answers[row + month] ?? 0;
      if (count > 0) addCell(sums, cell + month, top[row + month] ?? 0, count);
    }
  });
}

function cellsOf(sums: Sums, shown: number, times = 1, number: 1 | 2 = 2): SeriesCell[][] {
  return Array.from({ length: sums.length / NUMBERS / shown }, (_, segment) =>
    Array.from({ length: shown }, (__, month) => {
      const at = (segment * shown + month) * NUMBERS;
      const below = sums[at + 1] as number;
      const n = sums[at + number] as number;
      return { value: below > 0 ? (times * (sums[at] as number)) / below : null, n };
    }),
  );
}

/** Scales are never pooled: of each cell the one with more answers. */
function csatCells(walk: Walk, read: Reading, shown: number): SeriesCell[][] {
  const byScale = SCALES.map((scale) => satisfied(walk, read, scale)).map((sums) =>
    cellsOf(sums, shown, 1, 1),
  );
  const [first = [], ...others] = byScale;
  return first.map((row, segment) =>
    row.map((cell, month) =>
      others.reduce((most, cells) => {
        const other = cells[segment]?.[month];
        return other && other.n > most.n ? other : most;
      }, cell),
    ),
  );
}

type Cells = SeriesCell[][];

function walks(matrix: CloseMatrix, segments: Segments): Walk[] {
  return segments.map(({ membership, segments: count }) => {
    if (membership.groupOf.length !== matrix.accounts)
      throw new RangeError("segments of other accounts than those of the matrix");
    return { matrix, membership, from: YEAR, segments: count };
  });
}

/** Segments as they are asked of many times: so many at a time as a mask has bits. */
export type Segments = readonly { readonly membership: Membership; readonly segments: number }[];

/** @param segments of each segment, the rows of the accounts in it */
export function segmentsOf(
  segments: readonly (readonly number[])[],
  { accounts }: CloseMatrix,
): Segments {
  return Array.from({ length: Math.ceil(segments.length / SEGMENTS_AT_ONCE) }, (_, at) => {
    const own = segments.slice(at * SEGMENTS_AT_ONCE, (at + 1) * SEGMENTS_AT_ONCE);
    return { membership: membershipOf(own, accounts), segments: own.length };
  });
}

function allMeasures(walk: Walk): Record<Exclude<keyof SegmentSeries, "firstMonth">, Cells> {
  const shown = walk.matrix.months - walk.from;
  const read: Reading = (name) => walk.matrix.columns[name] ?? NONE;
  return {
    gross: cellsOf(retained(walk, GROSS), shown),
    net: cellsOf(retained(walk, NET), shown),
    churn: cellsOf(churned(walk, read), shown),
    repurchase: cellsOf(boughtAgain(walk, read), shown),
    upsell: cellsOf(boughtMore(walk, read), shown),
    nps: cellsOf(promoted(walk, read), shown, 100),
    csat: csatCells(walk, read, shown),
  };
}

/**
 * The measures of many segments over many months, straight from the columns: gross and net revenue
 * retention, churn, repurchase, upsell, NPS and CSat at each month's close, as the measures of
 * `lib/metrics` say them of the same accounts on that day. Intervals are theirs alone.
 *
 * @param matrix closes that begin a year before the first month shown
 */
export function segmentSeries(matrix: CloseMatrix, segments: Segments): SegmentSeries {
  const blocks = walks(matrix, segments).map(allMeasures);
  const of = (name: Exclude<keyof SegmentSeries, "firstMonth">) =>
    blocks.flatMap((block) => block[name]);
  return {
    firstMonth: matrix.firstMonth + YEAR,
    gross: of("gross"),
    net: of("net"),
    churn: of("churn"),
    repurchase: of("repurchase"),
    upsell: of("upsell"),
    nps: of("nps"),
    csat: of("csat"),
  };
}

/** Net revenue retention alone. */
export function netRetentionSeries(matrix: CloseMatrix, segments: Segments): Cells {
  return walks(matrix, segments).flatMap((walk) =>
    cellsOf(retained(walk, NET), matrix.months - YEAR),
  );
}
