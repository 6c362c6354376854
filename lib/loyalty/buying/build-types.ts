import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { productTypeMatrix } from "@/lib/metrics";
import type { TypeMatrixDto } from "../buying.types";
import { enoughDto } from "../estimate-dto";
import { countOf } from "../measures/periods";
import type { Scene } from "../scene";
import type { Buyer } from "./buyers";
import type { OwnedTypes } from "./owned-types";

// More do not fit on a page, and rarely owned types say little about each other.
const TYPES_SHOWN = 12;

/** Names of the product types of each active account; those of archived types are not known. */
function ownedNames({ productTypes }: WorkspaceFacts, buyers: readonly Buyer[], owned: OwnedTypes) {
  return buyers.map(({ unit }) =>
    [...owned(unit)].flatMap((id) => productTypes.get(id)?.name ?? []),
  );
}

/** Who owns one product type and also another, the most owned first. */
export function buildMatrix(
  { facts, settings }: Scene,
  buyers: readonly Buyer[],
  owned: OwnedTypes,
): TypeMatrixDto {
  const fewest = settings.fewestForStatistic;
  const matrix = productTypeMatrix(ownedNames(facts, buyers, owned));
  const order = matrix.types
    .map((_, at) => at)
    .sort((a, b) => (matrix.owners[b] ?? 0) - (matrix.owners[a] ?? 0))
    .slice(0, TYPES_SHOWN);
  return {
    types: order.map((at) => ({ name: matrix.types[at] ?? "", owners: matrix.owners[at] ?? 0 })),
    both: order.map((row) =>
      order.map((column) => {
        const cell = matrix.both[row]?.[column];
        if (row === column || cell === undefined) return null;
        return { share: enoughDto(cell, fewest), owners: countOf(cell) };
      }),
    ),
    total: matrix.types.length,
  };
}
