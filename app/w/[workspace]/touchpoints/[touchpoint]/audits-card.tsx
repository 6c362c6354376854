import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import type { AuditDto } from "@/lib/surveys/touchpoints/touchpoint.types";
import { withdrawAuditAction } from "../actions";
import { AUDIT_SCALE, auditWords, PAGE_WORDS as W } from "../touchpoint-words";
import { RecordAuditForm } from "./record-audit-form";

type Props = { touchpoint: TouchpointDto; workspace: string; locale: string; asOf: string };

function WithdrawForm({ audit, workspace }: { audit: AuditDto; workspace: string }) {
  return (
    <ActionForm action={withdrawAuditAction} workspace={workspace} aria-label={W.withdraw}>
      <input type="hidden" name="auditId" value={audit.id} />
      <ConfirmButton label={W.withdraw} question={W.withdrawQuestion} kind="quiet" size="small">
        {W.withdrawNote}
      </ConfirmButton>
    </ActionForm>
  );
}

function columns({ workspace, locale, asOf }: Props): Column<AuditDto>[] {
  const { on, score, note, by, actions } = W.columns;
  return [
    {
      key: "on",
      header: on,
      isName: true,
      cell: (audit) => formatDay(audit.auditedOn, locale, asOf),
    },
    {
      key: "score",
      header: score,
      cell: (audit) =>
        audit.isWithdrawn ? (
          <span className="text-ink-2">
            <s>{audit.score}</s> {W.withdrawn}
          </span>
        ) : (
          AUDIT_SCALE[audit.score - 1]?.label
        ),
    },
    { key: "note", header: note, cell: (audit) => audit.note ?? "" },
    { key: "by", header: by, cell: (audit) => audit.recordedBy ?? W.somebody },
    {
      key: "actions",
      header: actions,
      hideHeader: true,
      cell: (audit) =>
        audit.canWithdraw ? <WithdrawForm audit={audit} workspace={workspace} /> : null,
    },
  ];
}

/** What colleagues found: a list of its own, with its own scale. */
export function AuditsCard(props: Props) {
  const { touchpoint, workspace, locale, asOf } = props;
  const { audits, audit, canAudit, isArchived } = touchpoint;
  return (
    <Card id="audits" title={W.audits} note={W.auditsNote}>
      {audit ? (
        <p className="mb-3 text-lg font-semibold">{auditWords(audit, { locale, asOf })}</p>
      ) : null}
      {audits.length === 0 ? (
        <p className="mb-3 text-ink-2">{W.noAudits}</p>
      ) : (
        <DataTable
          caption={W.audits}
          columns={columns(props)}
          rows={audits}
          rowKey={(one) => one.id}
        />
      )}
      {canAudit && !isArchived ? (
        <RecordAuditForm touchpoint={touchpoint} workspace={workspace} />
      ) : null}
    </Card>
  );
}
