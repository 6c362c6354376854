export const DOOR_KINDS = ["link", "kiosk", "signature"] as const;
export type DoorKind = (typeof DOOR_KINDS)[number];

export type DoorSummary = {
  id: string;
  kind: DoorKind;
  name: string;
  /** Its answers belong to this account; null: they enter no account's figures. */
  account: { id: string; name: string } | null;
  /** Whose signature it stands in. */
  employee: { id: string; name: string } | null;
  createdOn: string;
  isOpen: boolean;
  /** Presses that came through it, however they were judged. */
  came: number;
  /** Those that count. */
  answered: number;
  lastOn: string | null;
};
