import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ImportPageDto } from "@/lib/imports/get-import";
import { WORDS as W } from "./_words";
import { undoAction } from "./actions";

export function UndoImport({ workspace, batchId }: { workspace: string; batchId: string }) {
  return (
    <ActionForm action={undoAction} workspace={workspace}>
      <input type="hidden" name="batchId" value={batchId} />
      <div>
        <ConfirmButton label={W.undo} question={W.undoQuestion} size="small">
          {W.undoText}
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

type Kept = ImportPageDto["kept"][number];

const COLUMNS: Column<Kept>[] = [
  { key: "title", header: W.which, isName: true, cell: (row) => row.title },
  { key: "entity", header: W.field, cell: (row) => W.entities[row.entity] },
  { key: "reason", header: W.keptWhy, cell: (row) => W.keptReasons[row.reason] },
];

/** What an undone import left as it is, and why. */
export function KeptRows({ kept }: { kept: readonly Kept[] }) {
  if (kept.length === 0) return null;
  return (
    <Card id="kept" title={W.keptTitle} note={W.keptNote}>
      <DataTable caption={W.keptTitle} columns={COLUMNS} rows={kept} rowKey={(row) => row.id} />
    </Card>
  );
}
