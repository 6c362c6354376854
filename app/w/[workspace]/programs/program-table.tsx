import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { ProgramSummary } from "@/lib/surveys/programs/list-programs";
import { setProgramStateAction } from "./actions";
import { PROGRAM_STATES, WORDS as W, whenWords } from "./program-words";

type ProgramTableProps = {
  workspace: string;
  locale: string;
  programs: ProgramSummary[];
  canWrite: boolean;
};

function Actions({ workspace, program }: { workspace: string; program: ProgramSummary }) {
  if (program.state === "ended") return null;
  const isPaused = program.state === "paused";
  return (
    <ActionForm
      action={setProgramStateAction}
      workspace={workspace}
      aria-label={`${W.actions}: ${program.name}`}
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
          {isPaused ? W.resume : W.pause}
        </SubmitButton>
        <ConfirmButton
          label={W.end}
          question={W.endQuestion}
          size="small"
          name="state"
          value="ended"
        >
          {W.endText}
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

export function ProgramTable({ workspace, locale, programs, canWrite }: ProgramTableProps) {
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
    { key: "name", header: W.name, isName: true, cell: ({ name }) => name },
    {
      key: "state",
      header: W.state,
      cell: ({ state }) => (
        <Badge tone={PROGRAM_STATES[state].tone}>{PROGRAM_STATES[state].label}</Badge>
      ),
    },
    { key: "survey", header: W.survey, cell: ({ surveyName }) => surveyName },
    { key: "when", header: W.when, cell: whenWords },
    {
      key: "reminder",
      header: W.reminder,
      cell: ({ reminderAfterDays: days }) =>
        days === null ? W.noReminder : `after ${formatCount(days, "day", "days", locale)}`,
    },
    {
      key: "next",
      header: W.next,
      cell: ({ nextRunOn }) => (nextRunOn ? formatDay(nextRunOn, locale) : ""),
    },
    count("waiting", W.waiting),
    count("delivered", W.delivered),
    count("answered", W.answered),
  ];
  if (canWrite) {
    columns.push({
      key: "actions",
      header: W.actions,
      align: "right",
      cell: (program) => <Actions workspace={workspace} program={program} />,
    });
  }
  return <DataTable caption={W.title} columns={columns} rows={programs} rowKey={({ id }) => id} />;
}
