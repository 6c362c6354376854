import type { Ctx } from "@/lib/auth/ctx";
import { dateIn } from "@/lib/format/calendar";
import { type Batch, kindOf, loadHead } from "../batch";
import { type CsvRow, csvBatches } from "../file/csv-rows";
import { storedFile } from "../file/stored-file";
import type { ImportKind } from "../kinds/import-kind";
import { openRow, rowForm } from "../kinds/read-row";
import { type ImportMapping, requireMapping } from "../mapping/mapping";
import { type IdColumns, planRun } from "./plan-run";
import type { SliceReader } from "./read-slice";

function idColumns(
  kind: ImportKind,
  mapping: ImportMapping,
  headers: readonly string[],
): IdColumns {
  const position = (field: string) => headers.indexOf(mapping.columns[field] ?? "\0");
  const ids = kind.idFields
    .map((fields) => fields.map(position))
    .find((positions) => positions.every((at) => at >= 0));
  const parent = kind.parentField === null ? -1 : position(kind.parentField);
  return { ids: ids ?? [], parent: parent < 0 ? null : parent };
}

/** The file, ready to be read as often as need be, after it was read once from end to end. */
export async function makeReader(ctx: Ctx, batch: Batch, mapping: ImportMapping) {
  const kind = kindOf(batch);
  const { headers } = await loadHead(ctx, batch, 1);
  // What was tried before ends of terms were asked was tried with the day after.
  const tried =
    batch.trial === null ? mapping : { ...mapping, termEnd: mapping.termEnd ?? "dayAfter" };
  requireMapping(kind, headers, tried);
  async function* open(): AsyncGenerator<CsvRow[]> {
    let isFirst = true;
    for await (const rows of csvBatches(storedFile(ctx, batch.id), batch)) {
      yield isFirst ? rows.slice(1) : rows;
      isFirst = false;
    }
  }
  const columns = idColumns(kind, mapping, headers);
  const { timeZone } = ctx.workspace;
  const form = rowForm(kind, headers, mapping, { today: dateIn(timeZone, ctx.now), timeZone });
  const { sameAs } = kind;
  const plan = await planRun(open, columns, sameAs ? (row) => sameAs(openRow(form, row)) : null);
  const reader: SliceReader = { kind, form, columnCount: headers.length, columns, plan };
  return { reader, open };
}
