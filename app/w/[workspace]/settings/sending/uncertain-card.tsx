import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenMail } from "@/lib/surveys/mail/sending.types";
import { settleMailAction } from "./actions";

type UncertainCardProps = {
  workspace: string;
  mails: OpenMail[];
  /** An instant as people of the workspace read it. */
  moment: (instant: string) => string;
};

function SettleForm({ workspace, mail }: { workspace: string; mail: OpenMail }) {
  const t = useTranslations("settings.sending");
  return (
    <ActionForm
      action={settleMailAction}
      workspace={workspace}
      className="gap-2"
      aria-label={t("settleOne", { name: mail.name ?? mail.mailId })}
    >
      <input type="hidden" name="mailId" value={mail.mailId} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton kind="secondary" size="small" name="verdict" value="arrived">
          {t("arrived")}
        </SubmitButton>
        {mail.canSendAgain ? (
          <SubmitButton kind="quiet" size="small" name="verdict" value="send_again">
            {t("again")}
          </SubmitButton>
        ) : (
          <span className="text-sm text-ink-3">{t("noAgain")}</span>
        )}
      </div>
    </ActionForm>
  );
}

export function UncertainCard({ workspace, mails, moment }: UncertainCardProps) {
  const t = useTranslations("settings.sending");
  if (mails.length === 0) return null;
  const title = t("uncertain", { count: mails.length });
  const columns: Column<OpenMail>[] = [
    {
      key: "for",
      header: t("for"),
      isName: true,
      cell: (mail) => (
        <span>
          <b className="font-semibold">{mail.name ?? t("nobody")}</b>
          {mail.accountName ? (
            <span className="block text-sm text-ink-3">{mail.accountName}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: "kind",
      header: t("kind"),
      cell: ({ kind }) => t(`kinds.${kind}`),
    },
    {
      key: "handed",
      header: t("handed"),
      cell: ({ handedAt }) => (handedAt ? moment(handedAt) : null),
    },
    {
      key: "message",
      header: t("message"),
      cell: ({ messageId }) => <code className="text-xs break-all">{messageId}</code>,
    },
    {
      key: "settle",
      header: t("settle"),
      hideHeader: true,
      cell: (mail) => <SettleForm workspace={workspace} mail={mail} />,
    },
  ];
  return (
    <Card id="uncertain" title={title} note={t("uncertainNote")}>
      <DataTable caption={title} columns={columns} rows={mails} rowKey={({ mailId }) => mailId} />
    </Card>
  );
}
