import type { EntityName, ImportTable } from "../rows/import-table";
import { ACCOUNT_TABLE } from "./account-table";
import { RESPONSE_TABLE, SURVEY_TABLE } from "./answer-tables";
import { CONSENT_TABLE, CONTACT_TABLE } from "./contact-table";
import { CONTRACT_TABLE, CONTRACT_TERM_TABLE } from "./contract-table";
import { EMPLOYEE_TABLE } from "./employee-table";
import {
  CHURN_EVENT_TABLE,
  COMPLAINT_TABLE,
  TOUCH_TABLE,
  WALLET_ESTIMATE_TABLE,
} from "./event-tables";
import { PRODUCT_TYPE_TABLE } from "./product-type-table";
import { PURCHASE_TABLE } from "./purchase-table";

const ALL: readonly ImportTable[] = [
  ACCOUNT_TABLE,
  CHURN_EVENT_TABLE,
  COMPLAINT_TABLE,
  CONSENT_TABLE,
  CONTACT_TABLE,
  CONTRACT_TABLE,
  CONTRACT_TERM_TABLE,
  EMPLOYEE_TABLE,
  PRODUCT_TYPE_TABLE,
  PURCHASE_TABLE,
  RESPONSE_TABLE,
  SURVEY_TABLE,
  TOUCH_TABLE,
  WALLET_ESTIMATE_TABLE,
];

/** Every table a file may write. */
export const ALL_TABLES: ReadonlyMap<EntityName, ImportTable> = new Map(
  ALL.map((table) => [table.name, table]),
);
