import Link from "next/link";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { SendingDto, WeekOfReports } from "@/lib/surveys/mail/sending.types";
import { QUEUE_WORDS, WORDS as W, waitWords } from "./_words";

type CardProps = { sending: SendingDto; workspace: string; locale: string };

export function QueueCard({ sending, locale }: CardProps) {
  const { queue, oldestWaitSeconds, lastProblem } = sending;
  const counts = new Map(queue.map(({ state, mails }) => [state, mails]));
  const states = Object.keys(QUEUE_WORDS) as (keyof typeof QUEUE_WORDS)[];
  const shown = states.filter((state) => counts.has(state));
  const oldest = oldestWaitSeconds === null ? W.nothingDue : W.oldest(waitWords(oldestWaitSeconds));
  return (
    <Card id="queue" title={W.queue} note={W.queueNote}>
      {shown.length === 0 ? <p className="text-ink-2">{W.empty}</p> : null}
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map((state) => (
          <div key={state}>
            <dt className="text-sm text-ink-2">{QUEUE_WORDS[state].name}</dt>
            <dd>
              <span className="text-figure font-bold tabular-nums">
                {formatNumber(counts.get(state) ?? 0, locale)}
              </span>
              <span className="block text-sm text-ink-3">{QUEUE_WORDS[state].about}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-2">{oldest}</p>
      {lastProblem ? (
        <p className="text-sm text-ink-2">{W.problem(lastProblem.mails, lastProblem.reason)}</p>
      ) : null}
    </Card>
  );
}

export function ReportsCard({ sending, locale }: CardProps) {
  const number = (pick: (week: WeekOfReports) => number) => (week: WeekOfReports) =>
    formatNumber(pick(week), locale);
  const columns: Column<WeekOfReports>[] = [
    { key: "week", header: W.week, isName: true, cell: ({ from }) => formatDay(from, locale) },
    { key: "sent", header: W.sent, align: "right", cell: number((week) => week.sent) },
    { key: "bounces", header: W.bounces, align: "right", cell: number((week) => week.bounces) },
    { key: "soft", header: W.soft, align: "right", cell: number((week) => week.softBounces) },
    {
      key: "complaints",
      header: W.complaints,
      align: "right",
      cell: number((week) => week.complaints),
    },
  ];
  return (
    <Card id="reports" title={W.reports} note={W.reportsNote}>
      <DataTable
        caption={W.reports}
        columns={columns}
        rows={sending.weeks}
        rowKey={(week) => week.from}
      />
      {sending.installed.takesReports ? null : (
        <p className="mt-3 text-sm text-ink-2">{W.noReports}</p>
      )}
    </Card>
  );
}

export function RestingCard({ sending, workspace }: CardProps) {
  if (sending.resting.length === 0) return null;
  return (
    <Card id="resting" title={W.resting} note={W.restingNote}>
      <ul className="flex flex-col gap-1">
        {sending.resting.map((wave) => (
          <li key={wave.waveId}>
            <Link href={`/w/${workspace}/waves/${wave.waveId}`} className="underline">
              {wave.name}
            </Link>
            <span className="text-ink-2">: {W.waiting(wave.waiting)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function InstallationCard({ sending }: CardProps) {
  const { signsMail, bounceDomain, takesReports } = sending.installed;
  const lines = [
    W.dkim[signsMail ? 0 : 1],
    W.bounce[bounceDomain ? 0 : 1],
    W.takes[takesReports ? 0 : 1],
  ];
  return (
    <Card id="installation" title={W.installation}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
