import { buyingTables } from "../buying/buying-tables";
import { compareTables } from "../compare/compare-tables";
import { coverageTables } from "../coverage/coverage-tables";
import { driversTables } from "../drivers/drivers-tables";
import { growthTables } from "../growth/growth-tables";
import { lifetimeTables } from "../lifetime/lifetime-tables";
import { potentialTables } from "../potential/potential-tables";
import { proofTables } from "../proof/proof-tables";
import { renewalsTables } from "../renewals/renewals-tables";
import { retentionTables } from "../retention/retention-tables";
import type { Report } from "./report";

/** Pages whose tables can be had as files, by the page's path. */
export const REPORTS: Readonly<Record<string, Report>> = {
  renewals: renewalsTables,
  buying: buyingTables,
  compare: compareTables,
  coverage: coverageTables,
  lifetime: lifetimeTables,
  drivers: driversTables,
  potential: potentialTables,
  proof: proofTables,
  retention: retentionTables,
  growth: growthTables,
};
