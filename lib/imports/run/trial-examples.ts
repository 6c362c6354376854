import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { RawTx } from "@/lib/db/raw-tx";
import { currencyExponent } from "@/lib/format/currency-exponent";
import type { Cell, EntityName, ImportTable, Row } from "../rows/import-table";
import { raw } from "../rows/row-sql";
import type { RowChange } from "../rows/trial-rows";
import { ALL_TABLES } from "../tables/all-tables";
import type { TrialCell, TrialExample } from "./trial";

const MAX_TEXT = 200;

function idsOf(changes: readonly RowChange[]): Map<EntityName, Set<string>> {
  const ids = new Map<EntityName, Set<string>>();
  const add = (entity: EntityName, id: Cell | undefined) => {
    if (typeof id !== "string") return;
    ids.set(entity, (ids.get(entity) ?? new Set()).add(id));
  };
  for (const change of changes) {
    add(change.table.name, change.row.id);
    for (const { column, from, to } of change.changes) {
      const { refers } = change.table.columns[column] ?? {};
      if (refers) for (const id of [from, to]) add(refers, id);
    }
  }
  return ids;
}

/** What people call the rows that ids name. */
async function loadTitles(tx: RawTx, workspaceId: string, changes: readonly RowChange[]) {
  const titles = new Map<string, string>();
  for (const [entity, ids] of idsOf(changes)) {
    const table = ALL_TABLES.get(entity);
    if (!table) continue;
    const rows = await tx.$queryRaw<{ id: string; title: string | null }[]>(Prisma.sql`
      SELECT t.id, ${raw(table.title)} AS title FROM ${raw(table.name)} t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY(${[...ids]}::uuid[])`);
    for (const row of rows) titles.set(row.id, row.title ?? "");
  }
  return titles;
}

function cellText(
  table: ImportTable,
  row: Row,
  column: string,
  cell: Cell,
  titles: ReadonlyMap<string, string>,
): TrialCell {
  if (cell === null) return null;
  const { refers, isMoney } = table.columns[column] ?? {};
  if (refers) return titles.get(String(cell)) ?? { word: "new" };
  if (typeof cell === "boolean") return { word: cell ? "yes" : "no" };
  if (isMoney) {
    const exponent = currencyExponent(String(row.currency));
    const sign = String(cell).startsWith("-") ? "-" : "";
    const digits = String(cell)
      .replace("-", "")
      .padStart(exponent + 1, "0");
    const whole = digits.slice(0, digits.length - exponent);
    return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
  }
  return String(cell).slice(0, MAX_TEXT);
}

/** Changed rows as a person reads them: names for ids, amounts with their decimals. */
export async function exampleTexts(
  tx: RawTx,
  ctx: Ctx,
  changes: readonly RowChange[],
): Promise<TrialExample[]> {
  if (changes.length === 0) return [];
  const titles = await loadTitles(tx, ctx.workspace.id, changes);
  return changes.map(({ rowNumber, table, row, changes: cells }) => ({
    rowNumber,
    title: titles.get(String(row.id)) ?? "",
    changes: cells.map(({ column, from, to }) => ({
      label: table.columns[column]?.label ?? column,
      from: cellText(table, row, column, from, titles),
      to: cellText(table, row, column, to, titles),
    })),
  }));
}
