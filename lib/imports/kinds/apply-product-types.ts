import type { Candidate } from "../rows/compare-rows";
import { loadAccountsOf } from "../rows/row-statements";
import { writeRows } from "../rows/write-rows";
import { PRODUCT_TYPE_TABLE } from "../tables/product-type-table";
import type { ApplyCall, Outcome, RejectedRow } from "./import-kind";
import { keepStored } from "./keep-stored";
import type { ProductTypeRow } from "./product-type-row";
import { MAX_PRODUCT_TYPES, typeProblem } from "./resolve-product-types";

type Call = ApplyCall<ProductTypeRow>;
type Known = { name: string; source: string; externalId: string | null };

function refusal(call: Call, value: ProductTypeRow, known: readonly Known[], isNew: boolean) {
  if (isNew && known.length >= MAX_PRODUCT_TYPES) return typeProblem(value.name, new Map());
  const other = known.find(
    (type) =>
      value.externalId !== null &&
      type.source === call.source &&
      type.externalId === value.externalId &&
      type.name.toLowerCase() !== value.name.toLowerCase(),
  );
  if (!other) return null;
  const message = "Product type id belongs to another product type. Correct one of the two.";
  return { field: "Product type id", message };
}

function toCandidate(
  call: Call,
  value: ProductTypeRow,
  rowNumber: number,
  name: string,
): Candidate {
  return {
    rowNumber,
    key: { name },
    make: (stored) => {
      const keep = keepStored(call.has, stored);
      return {
        name,
        source: stored?.source ?? call.source,
        external_id: keep("externalId", value.externalId, "external_id"),
        billed_as: value.billedAs ?? stored?.billed_as ?? "order",
        margin_ratio: keep("marginRatio", value.marginRatio, "margin_ratio"),
      };
    },
  };
}

/** Product types by name, whatever its case. */
export async function applyProductTypes(call: Call): Promise<Outcome> {
  const known = await call.tx.$queryRaw<Known[]>`
    SELECT name, source, external_id AS "externalId" FROM product_type
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid`;
  const rejected: RejectedRow[] = [];
  const candidates = call.rows.flatMap(({ rowNumber, cells, value }) => {
    const stored = known.find((type) => type.name.toLowerCase() === value.name.toLowerCase());
    const refused = refusal(call, value, known, stored === undefined);
    if (refused) {
      rejected.push({ rowNumber, cells, ...refused });
      return [];
    }
    const name = stored?.name ?? value.name;
    if (!stored) known.push({ name, source: call.source, externalId: value.externalId });
    return toCandidate(call, value, rowNumber, name);
  });
  const written = await writeRows(call, PRODUCT_TYPE_TABLE, candidates);
  const touchedAccountIds = await loadAccountsOf(
    call,
    PRODUCT_TYPE_TABLE,
    written.changed.map((row) => row.id),
  );
  const { created, changed } = written;
  return { created: created.length, changed: changed.length, rejected, touchedAccountIds };
}
