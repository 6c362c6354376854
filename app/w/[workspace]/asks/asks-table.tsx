import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import type { PlannedAsk } from "@/lib/surveys/programs/list-planned-asks";
import { roleWords } from "../waves/wave-words";
import { vetoAskAction } from "./actions";
import { WORDS as W } from "./asks-words";

type AsksTableProps = { workspace: string; locale: string; asks: PlannedAsk[] };

function Veto({ workspace, ask }: { workspace: string; ask: PlannedAsk }) {
  return (
    <Popover
      id={`veto${ask.invitationId}`}
      trigger={W.veto}
      title={W.vetoTitle}
      kind="secondary"
      size="small"
    >
      <p className="mb-3 text-left text-ink-2">{W.vetoText}</p>
      <ActionForm
        action={vetoAskAction}
        workspace={workspace}
        aria-label={`${W.veto}: ${ask.name}`}
        className="text-left"
      >
        <input type="hidden" name="invitationId" value={ask.invitationId} />
        <Field name="reason" label={W.reason} required>
          <TextInput maxLength={300} />
        </Field>
        <div>
          <SubmitButton kind="danger">{W.veto}</SubmitButton>
        </div>
      </ActionForm>
    </Popover>
  );
}

export function AsksTable({ workspace, locale, asks }: AsksTableProps) {
  const columns: Column<PlannedAsk>[] = [
    { key: "on", header: W.day, cell: ({ on }) => formatDay(on, locale) },
    {
      key: "person",
      header: W.person,
      isName: true,
      cell: ({ name, role }) => (
        <>
          {name} <span className="text-ink-3">{roleWords(role)}</span>
        </>
      ),
    },
    {
      key: "account",
      header: W.account,
      cell: ({ account }) => (
        <Link href={`/w/${workspace}/accounts/${account.id}`} className="hover:underline">
          {account.name}
        </Link>
      ),
    },
    { key: "owner", header: W.owner, cell: ({ ownerName }) => ownerName ?? "" },
    {
      key: "survey",
      header: W.survey,
      cell: ({ surveyName, isReminder }) =>
        isReminder ? `${surveyName}, ${W.reminder}` : surveyName,
    },
    { key: "program", header: W.program, cell: ({ programName }) => programName ?? W.wave },
    {
      key: "action",
      header: W.action,
      align: "right",
      cell: (ask) => (ask.canVeto ? <Veto workspace={workspace} ask={ask} /> : null),
    },
  ];
  return (
    <DataTable
      caption={W.title}
      columns={columns}
      rows={asks}
      rowKey={({ invitationId, isReminder }) => `${invitationId}${isReminder}`}
    />
  );
}
