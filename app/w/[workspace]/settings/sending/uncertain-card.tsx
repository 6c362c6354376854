import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenMail } from "@/lib/surveys/mail/sending.types";
import { KIND_WORDS, WORDS as W } from "./_words";
import { settleMailAction } from "./actions";

type UncertainCardProps = {
  workspace: string;
  mails: OpenMail[];
  /** An instant as people of the workspace read it. */
  moment: (instant: string) => string;
};

function SettleForm({ workspace, mail }: { workspace: string; mail: OpenMail }) {
  return (
    <ActionForm
      action={settleMailAction}
      workspace={workspace}
      className="gap-2"
      aria-label={`${W.settle}: ${mail.name ?? mail.mailId}`}
    >
      <input type="hidden" name="mailId" value={mail.mailId} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton kind="secondary" size="small" name="verdict" value="arrived">
          {W.arrived}
        </SubmitButton>
        {mail.canSendAgain ? (
          <SubmitButton kind="quiet" size="small" name="verdict" value="send_again">
            {W.again}
          </SubmitButton>
        ) : (
          <span className="text-sm text-ink-3">{W.noAgain}</span>
        )}
      </div>
    </ActionForm>
  );
}

export function UncertainCard({ workspace, mails, moment }: UncertainCardProps) {
  if (mails.length === 0) return null;
  const columns: Column<OpenMail>[] = [
    {
      key: "for",
      header: W.for,
      isName: true,
      cell: (mail) => (
        <span>
          <b className="font-semibold">{mail.name ?? W.nobody}</b>
          {mail.accountName ? (
            <span className="block text-sm text-ink-3">{mail.accountName}</span>
          ) : null}
        </span>
      ),
    },
    { key: "kind", header: W.kind, cell: ({ kind }) => KIND_WORDS[kind] ?? kind },
    {
      key: "handed",
      header: W.handed,
      cell: ({ handedAt }) => (handedAt ? moment(handedAt) : null),
    },
    {
      key: "message",
      header: W.message,
      cell: ({ messageId }) => <code className="text-xs break-all">{messageId}</code>,
    },
    {
      key: "settle",
      header: W.settle,
      hideHeader: true,
      cell: (mail) => <SettleForm workspace={workspace} mail={mail} />,
    },
  ];
  return (
    <Card id="uncertain" title={W.uncertain(mails.length)} note={W.uncertainNote}>
      <DataTable
        caption={W.uncertain(mails.length)}
        columns={columns}
        rows={mails}
        rowKey={({ mailId }) => mailId}
      />
    </Card>
  );
}
