import type { AccountRef, IsoDate, PersonRef, StateDto } from "./figures.types";

/** What is known of the wallet elsewhere, over one product type or, without a name, over all of them. */
export type KnownRoomDto = {
  productType: string | null;
  lowMinor: number;
  highMinor: number;
  provenance: "asked" | "estimated";
  on: IsoDate;
};

/** A product type the account lacks: what others of its size spend on it. Typical, not promised. */
export type TypicalRoomDto = { productType: string; typicalMinor: number; owners: number };

export type GrowLineDto = {
  account: AccountRef;
  state: StateDto | null;
  /** It wants to stay: those stand first. */
  isConvinced: boolean;
  roomMinor: number;
  /** Of it known, in the middle of what was asked or estimated. */
  knownMinor: number;
  known: KnownRoomDto[];
  typical: TypicalRoomDto[];
  owner: PersonRef | null;
};

export type GrowDto = {
  lines: GrowLineDto[];
  total: number;
  /** Over all lines. */
  knownMinor: number;
  typicalMinor: number;
};
