import { accounts } from "./accounts";
import { contacts } from "./contacts";
import type { ImportKind, ImportKindName } from "./import-kind";
import { purchases } from "./purchases";

/** A new kind is one entry here and its files beside. */
export const ALL_KINDS: Readonly<Record<ImportKindName, ImportKind>> = {
  accounts,
  contacts,
  purchases,
};
