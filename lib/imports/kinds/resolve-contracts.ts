import type { WriteCall } from "../rows/row-statements";

export type ContractRef = { id: string; account_id: string };

/** Contracts of the import's source, by the id the file gives them. */
export async function resolveContracts(
  call: WriteCall,
  externalIds: Iterable<string>,
): Promise<Map<string, ContractRef>> {
  const ids = [...new Set(externalIds)];
  if (ids.length === 0) return new Map();
  const rows = await call.tx.$queryRaw<(ContractRef & { external_id: string })[]>`
    SELECT external_id, id, account_id FROM contract
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[])`;
  return new Map(rows.map((row) => [row.external_id, row]));
}

/** @param accountId the account the row names, which must be the contract's. */
export function contractProblem(
  externalId: string | null,
  accountId: string | undefined,
  contracts: ReadonlyMap<string, ContractRef>,
): { field: string; message: string } | null {
  if (externalId === null) return null;
  const contract = contracts.get(externalId);
  if (!contract) {
    return {
      field: "Contract id",
      message: "Contract id names no contract. Add it, or empty the cell.",
    };
  }
  if (contract.account_id === accountId) return null;
  return {
    field: "Contract id",
    message: "Contract id belongs to another account. Correct one of the two.",
  };
}
