import type { EntityName, ImportTable } from "../rows/import-table";
import { ACCOUNT_TABLE } from "./account-table";
import { CONSENT_TABLE, CONTACT_TABLE } from "./contact-table";
import { EMPLOYEE_TABLE } from "./employee-table";
import { PRODUCT_TYPE_TABLE } from "./product-type-table";
import { PURCHASE_TABLE } from "./purchase-table";

const ALL: readonly ImportTable[] = [
  ACCOUNT_TABLE,
  CONSENT_TABLE,
  CONTACT_TABLE,
  EMPLOYEE_TABLE,
  PRODUCT_TYPE_TABLE,
  PURCHASE_TABLE,
];

/** Every table a file may write. */
export const ALL_TABLES: ReadonlyMap<EntityName, ImportTable> = new Map(
  ALL.map((table) => [table.name, table]),
);
