import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import type { PlannedAsk } from "@/lib/surveys/programs/list-planned-asks";
import { PersonName } from "../waves/person-name";
import { vetoAskAction } from "./actions";

type AsksTableProps = { workspace: string; locale: string; asks: PlannedAsk[] };

function Veto({ workspace, ask }: { workspace: string; ask: PlannedAsk }) {
  const t = useTranslations("asking.asks");
  return (
    <Popover
      id={`veto${ask.invitationId}`}
      trigger={t("veto")}
      title={t("vetoTitle")}
      kind="secondary"
      size="small"
    >
      <p className="mb-3 text-left text-ink-2">{t("vetoText")}</p>
      <ActionForm
        action={vetoAskAction}
        workspace={workspace}
        aria-label={t("vetoOf", { name: ask.name })}
        className="text-left"
      >
        <input type="hidden" name="invitationId" value={ask.invitationId} />
        <Field name="reason" label={t("reason")} required>
          <TextInput maxLength={300} />
        </Field>
        <div>
          <SubmitButton kind="danger">{t("veto")}</SubmitButton>
        </div>
      </ActionForm>
    </Popover>
  );
}

export function AsksTable({ workspace, locale, asks }: AsksTableProps) {
  const t = useTranslations("asking");
  const columns: Column<PlannedAsk>[] = [
    {
      key: "person",
      header: t("wave.person"),
      isName: true,
      cell: (person) => <PersonName person={person} locale={locale} />,
    },
    {
      key: "on",
      header: t("asks.day"),
      className: "whitespace-nowrap",
      cell: ({ on }) => formatDay(on, locale),
    },
    {
      key: "account",
      header: t("wave.account"),
      cell: ({ account }) => (
        <Link href={`/w/${workspace}/accounts/${account.id}`} className="hover:underline">
          {account.name}
        </Link>
      ),
    },
    { key: "owner", header: t("asks.owner"), cell: ({ ownerName }) => ownerName ?? "" },
    {
      key: "survey",
      header: t("waves.survey"),
      cell: ({ surveyName, isReminder }) =>
        isReminder ? t("asks.surveyReminder", { survey: surveyName }) : surveyName,
    },
    {
      key: "program",
      header: t("programs.name"),
      cell: ({ programName }) => programName ?? t("asks.wave"),
    },
    {
      key: "action",
      header: t("asks.action"),
      align: "right",
      cell: (ask) => (ask.canVeto ? <Veto workspace={workspace} ask={ask} /> : null),
    },
  ];
  return (
    <DataTable
      caption={t("asks.title")}
      columns={columns}
      rows={asks}
      rowKey={({ invitationId, isReminder }) => `${invitationId}${isReminder}`}
    />
  );
}
