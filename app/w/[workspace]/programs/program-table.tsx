import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { ProgramSummary } from "@/lib/surveys/programs/list-programs";
import { setProgramStateAction } from "./actions";
import { PROGRAM_TONES, whenWords } from "./program-words";

type ProgramTableProps = {
  workspace: string;
  locale: string;
  programs: ProgramSummary[];
  canWrite: boolean;
};

function Actions({ workspace, program }: { workspace: string; program: ProgramSummary }) {
  const t = useTranslations("asking.programs");
  if (program.state === "ended") return null;
  const isPaused = program.state === "paused";
  return (
    <ActionForm
      action={setProgramStateAction}
      workspace={workspace}
      aria-label={t("actionsOf", { name: program.name })}
      className="items-end"
    >
      <input type="hidden" name="programId" value={program.id} />
      <div className="flex gap-2">
        <SubmitButton
          kind="secondary"
          size="small"
          name="state"
          value={isPaused ? "active" : "paused"}
        >
          {isPaused ? t("resume") : t("pause")}
        </SubmitButton>
        <ConfirmButton
          label={t("end")}
          question={t("endQuestion")}
          size="small"
          name="state"
          value="ended"
        >
          {t("endText")}
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

export function ProgramTable({ workspace, locale, programs, canWrite }: ProgramTableProps) {
  const t = useTranslations("asking");
  const count = (
    key: "waiting" | "delivered" | "answered",
    header: string,
  ): Column<ProgramSummary> => ({
    key,
    header,
    align: "right",
    cell: (program) => formatNumber(program[key], locale),
  });
  const columns: Column<ProgramSummary>[] = [
    {
      key: "name",
      header: t("programs.name"),
      isName: true,
      cell: ({ name }) => <span className="font-semibold">{name}</span>,
    },
    {
      key: "state",
      header: t("waves.state"),
      cell: ({ state }) => <Badge tone={PROGRAM_TONES[state]}>{t(`programStates.${state}`)}</Badge>,
    },
    { key: "survey", header: t("waves.survey"), cell: ({ surveyName }) => surveyName },
    { key: "when", header: t("programs.when"), cell: (program) => whenWords(program, locale) },
    {
      key: "reminder",
      header: t("programs.reminder"),
      cell: ({ reminderAfterDays: days }) =>
        days === null ? t("programs.noReminder") : t("programs.reminderAfter", { days }),
    },
    {
      key: "next",
      header: t("programs.next"),
      className: "whitespace-nowrap",
      cell: ({ nextRunOn }) => (nextRunOn ? formatDay(nextRunOn, locale) : ""),
    },
    count("waiting", t("programs.waiting")),
    count("delivered", t("waves.delivered")),
    count("answered", t("waves.answered")),
  ];
  if (canWrite) {
    columns.push({
      key: "actions",
      header: t("programs.actions"),
      align: "right",
      cell: (program) => <Actions workspace={workspace} program={program} />,
    });
  }
  return (
    <DataTable
      caption={t("programs.title")}
      columns={columns}
      rows={programs}
      rowKey={({ id }) => id}
    />
  );
}
