import { applyContracts } from "./apply-contracts";
import { CONTRACT_FIELDS } from "./contract-fields";
import { parseContract } from "./contract-row";
import { defineKind } from "./import-kind";

export const contracts = defineKind({
  name: "contracts",
  label: "Contracts",
  about: "Running agreements, a row for each term: start, end, yearly value, notice, renewal.",
  fields: CONTRACT_FIELDS,
  idFields: [["externalId", "startsOn"]],
  entity: "contract_term",
  storedWhere:
    "EXISTS (SELECT 1 FROM contract k WHERE k.workspace_id = t.workspace_id AND k.id = t.contract_id AND k.source = $source)",
  keepsAttributes: false,
  parentField: null,
  parse: parseContract,
  apply: applyContracts,
});
