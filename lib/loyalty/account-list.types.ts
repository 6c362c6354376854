import type { Tag } from "@/lib/metrics";
import type { MapPlace } from "@/lib/segments/map-place";
import type { IsoDate, PersonRef, StateDto } from "./figures.types";
import type { OptionDto } from "./overview.types";

export const ACCOUNT_SORTS = [
  "name",
  "running",
  "change",
  "behaviour",
  "attitude",
  "atRisk",
  "decision",
  "lastHeard",
  "lastOrder",
] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

export type AccountRowDto = {
  id: string;
  name: string;
  /** Null: not active (lost, or never bought). */
  state: StateDto | null;
  isActive: boolean;
  lostOn: IsoDate | null;
  runningMinor: number;
  /** Running revenue / the same a year earlier - 1; null without a base. */
  change: number | null;
  behaviour: number | null;
  attitude: number | null;
  mark: "filled" | "ring" | null;
  tags: Tag[];
  owner: PersonRef | null;
  country: string | null;
  industry: string | null;
  sizeBand: string | null;
  sites: number;
  decisionOn: IsoDate | null;
  lastHeardOn: IsoDate | null;
  lastOrderOn: IsoDate | null;
  atRiskMinor: number | null;
  isOnWorklist: boolean;
};

export type AccountListDto = {
  currency: string;
  asOf: IsoDate;
  rows: AccountRowDto[];
  total: number;
  /** Of them with running revenue, a state and a place on the map. */
  totalActive: number;
  totalRunningMinor: number;
  page: number;
  pageSize: number;
  pages: number;
  sort: AccountSort;
  direction: "asc" | "desc";
  filter: {
    search: string;
    segment: OptionDto | null;
    owner: OptionDto | null;
    state: string | null;
    worklist: boolean;
    place: MapPlace | null;
  };
  segments: OptionDto[];
  owners: OptionDto[];
  epoch: number;
};
