import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import type { AuditDto } from "@/lib/surveys/touchpoints/touchpoint.types";
import { withdrawAuditAction } from "../actions";
import { auditStepWords, auditWords } from "../touchpoint-words";
import { RecordAuditForm } from "./record-audit-form";

type Props = { touchpoint: TouchpointDto; workspace: string; locale: string; asOf: string };

function WithdrawForm({ audit, workspace }: { audit: AuditDto; workspace: string }) {
  const t = useTranslations("touchpoints.page");
  return (
    <ActionForm action={withdrawAuditAction} workspace={workspace} aria-label={t("withdraw")}>
      <input type="hidden" name="auditId" value={audit.id} />
      <ConfirmButton
        label={t("withdraw")}
        question={t("withdrawQuestion")}
        kind="quiet"
        size="small"
      >
        {t("withdrawNote")}
      </ConfirmButton>
    </ActionForm>
  );
}

function columns({ workspace, locale, asOf }: Props): Column<AuditDto>[] {
  const t = staffWords(locale, "touchpoints");
  return [
    {
      key: "on",
      header: t("page.columns.on"),
      isName: true,
      cell: (audit) => formatDay(audit.auditedOn, locale, asOf),
    },
    {
      key: "score",
      header: t("page.columns.score"),
      cell: (audit) =>
        audit.isWithdrawn ? (
          <span className="text-ink-2">
            <s>{audit.score}</s> {t("page.withdrawn")}
          </span>
        ) : (
          auditStepWords(audit.score, locale)
        ),
    },
    { key: "note", header: t("page.columns.note"), cell: (audit) => audit.note ?? "" },
    {
      key: "by",
      header: t("page.columns.by"),
      cell: (audit) => audit.recordedBy ?? t("page.somebody"),
    },
    {
      key: "actions",
      header: t("page.columns.actions"),
      hideHeader: true,
      cell: (audit) =>
        audit.canWithdraw ? <WithdrawForm audit={audit} workspace={workspace} /> : null,
    },
  ];
}

/** What colleagues found: a list of its own, with its own scale. */
export function AuditsCard(props: Props) {
  const t = useTranslations("touchpoints.page");
  const { touchpoint, workspace, locale, asOf } = props;
  const { audits, audit, canAudit, isArchived } = touchpoint;
  return (
    <Card id="audits" title={t("audits")} note={t("auditsNote")}>
      {audit ? (
        <p className="mb-3 text-lg font-semibold">{auditWords(audit, { locale, asOf })}</p>
      ) : null}
      {audits.length === 0 ? (
        <p className="mb-3 text-ink-2">{t("noAudits")}</p>
      ) : (
        <DataTable
          caption={t("audits")}
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
