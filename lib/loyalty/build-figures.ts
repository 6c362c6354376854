import type { HiddenMeasureDto, StateTotalDto, TileDto } from "./figures.types";
import { measureName, measurePopulation } from "./measure-names";
import type { CoverageDto, FilterDto } from "./overview.types";

/** Programs read English whoever made their key. */
const LOCALE = "en";

type Figure = {
  measure: string;
  name: string;
  population: string;
  unit: string;
  /** Null: not enough data, and `reason` says why. Never 0 for unknown. */
  value: number | null;
  reason: string | null;
  interval: { level: number; method: string; low: number; high: number } | null;
  n: number;
  /** Share of the running revenue it rests on. */
  coverage: number | null;
  target: number | null;
  from: string;
  until: string;
};

export type FiguresDto = {
  asOf: string;
  compareTo: string;
  currency: string;
  segmentId: string | null;
  ownerId: string | null;
  /** Grows with every change of the facts: two answers with one epoch rest on the same data. */
  epoch: number;
  activeAccounts: number;
  runningMinor: number;
  figures: Figure[];
  states: {
    state: string;
    accounts: number;
    revenueMinor: number;
    share: number | null;
    low: number | null;
    high: number | null;
  }[];
  /** Shares of the running revenue, in the quarter that closes at the date. */
  coverage: { asked: number | null; heard: number | null; signerHeard: number | null };
};

type Given = {
  currency: string;
  filter: FilterDto;
  epoch: number;
  tiles: { tiles: TileDto[]; moreTiles: TileDto[]; hidden: HiddenMeasureDto[] };
  states: StateTotalDto[];
  coverage: CoverageDto;
  runningMinor: number;
  activeAccounts: number;
};

function figureOf(tile: TileDto): Figure {
  return {
    measure: tile.key,
    name: measureName(tile.key, LOCALE),
    population: measurePopulation(tile, LOCALE),
    unit: tile.unit,
    value: tile.value,
    reason: tile.reason,
    interval: tile.interval && {
      level: tile.interval.level,
      method: tile.interval.method,
      low: tile.interval.low,
      high: tile.interval.high,
    },
    n: tile.n,
    coverage: tile.coverage?.share ?? null,
    target: tile.target,
    from: tile.window.from,
    until: tile.window.until,
  };
}

export function buildFigures(given: Given): FiguresDto {
  const { filter, coverage, currency, epoch, runningMinor, activeAccounts } = given;
  return {
    asOf: filter.asOf,
    compareTo: filter.compareTo,
    currency,
    segmentId: filter.segment?.id ?? null,
    ownerId: filter.owner?.id ?? null,
    epoch,
    activeAccounts,
    runningMinor,
    figures: [...given.tiles.tiles, ...given.tiles.moreTiles].map(figureOf),
    states: given.states.map(({ state, accounts, revenueMinor, share, interval }) => ({
      state,
      accounts,
      revenueMinor,
      share,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
    coverage: {
      asked: coverage.asked.share,
      heard: coverage.heard.share,
      signerHeard: coverage.signerHeard.share,
    },
  };
}
