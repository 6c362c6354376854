import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ImportPageDto } from "@/lib/imports/get-import";
import { undoAction } from "./actions";

export function UndoImport({ workspace, batchId }: { workspace: string; batchId: string }) {
  const t = useTranslations("imports.undo");
  return (
    <ActionForm action={undoAction} workspace={workspace}>
      <input type="hidden" name="batchId" value={batchId} />
      <div>
        <ConfirmButton label={t("button")} question={t("question")} size="small">
          {t("meaning")}
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

type Kept = ImportPageDto["kept"][number];

/** What an undone import left as it is, and why. */
export function KeptRows({ kept }: { kept: readonly Kept[] }) {
  const t = useTranslations("imports");
  const people = useTranslations("account.people");
  // Of rows that are kept, only people who were erased have no name left.
  const titleOf = ({ title }: Kept) => title || people("erased");
  if (kept.length === 0) return null;
  const columns: Column<Kept>[] = [
    { key: "title", header: t("changes.which"), isName: true, cell: titleOf },
    { key: "entity", header: t("changes.field"), cell: (row) => t(`entities.${row.entity}`) },
    { key: "reason", header: t("undo.why"), cell: (row) => t(`undo.reasons.${row.reason}`) },
  ];
  return (
    <Card id="kept" title={t("undo.kept")} note={t("undo.keptNote")}>
      <DataTable caption={t("undo.kept")} columns={columns} rows={kept} rowKey={(row) => row.id} />
    </Card>
  );
}
