import { accounts } from "./accounts";
import { answers } from "./answers";
import { churnEvents } from "./churn-events";
import { complaints } from "./complaints";
import { contacts } from "./contacts";
import { contracts } from "./contracts";
import type { ImportKind, ImportKindName } from "./import-kind";
import { productTypes } from "./product-types";
import { purchases } from "./purchases";
import { touches } from "./touches";
import { walletEstimates } from "./wallet-estimates";

/** A new kind is one entry here and its files beside. */
export const ALL_KINDS: Readonly<Record<ImportKindName, ImportKind>> = {
  accounts,
  contacts,
  product_types: productTypes,
  contracts,
  purchases,
  churn_events: churnEvents,
  complaints,
  touches,
  wallet_estimates: walletEstimates,
  answers,
};
