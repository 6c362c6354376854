import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { SendingDto, WeekOfReports } from "@/lib/surveys/mail/sending.types";
import { ownReasonWords } from "../../waves/wave-words";
import { STATES, waitOf } from "./queue-order";

type CardProps = { sending: SendingDto; workspace: string; locale: string };

export function QueueCard({ sending, locale }: CardProps) {
  const t = useTranslations("settings.sending");
  const { queue, oldestWaitSeconds, lastProblem } = sending;
  const counts = new Map(queue.map(({ state, mails }) => [state, mails]));
  const shown = STATES.filter((state) => counts.has(state));
  const wait = oldestWaitSeconds === null ? null : waitOf(oldestWaitSeconds);
  return (
    <Card id="queue" title={t("queue")} note={t("queueNote")}>
      {shown.length === 0 ? <p className="text-ink-2">{t("empty")}</p> : null}
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map((state) => (
          <div key={state}>
            <dt className="text-sm text-ink-2">{t(`states.${state}.name`)}</dt>
            <dd>
              <span className="text-figure font-bold tabular-nums">
                {formatNumber(counts.get(state) ?? 0, locale)}
              </span>
              <span className="block text-sm text-ink-3">{t(`states.${state}.about`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-2">
        {wait ? t(`oldest.${wait.unit}`, { count: wait.count }) : t("nothingDue")}
      </p>
      {lastProblem ? (
        <p className="text-sm text-ink-2">
          {t("problem", {
            count: lastProblem.mails,
            reason:
              ownReasonWords(lastProblem.reason, locale) ??
              t("serverSaid", { codes: lastProblem.reason }),
          })}
        </p>
      ) : null}
    </Card>
  );
}

/** Up to the week in which the first mail left: before it there is nothing to say, eight times. */
function weeksWithMail(weeks: readonly WeekOfReports[]): WeekOfReports[] {
  const first = weeks.findLastIndex(
    ({ sent, bounces, softBounces, complaints }) => sent + bounces + softBounces + complaints > 0,
  );
  return weeks.slice(0, first + 1);
}

export function ReportsCard({ sending, locale }: CardProps) {
  const t = useTranslations("settings.sending");
  const number = (pick: (week: WeekOfReports) => number) => (week: WeekOfReports) =>
    formatNumber(pick(week), locale);
  const columns: Column<WeekOfReports>[] = [
    { key: "week", header: t("week"), isName: true, cell: ({ from }) => formatDay(from, locale) },
    { key: "sent", header: t("sent"), align: "right", cell: number((week) => week.sent) },
    { key: "bounces", header: t("bounces"), align: "right", cell: number((week) => week.bounces) },
    { key: "soft", header: t("soft"), align: "right", cell: number((week) => week.softBounces) },
    {
      key: "complaints",
      header: t("complaints"),
      align: "right",
      cell: number((week) => week.complaints),
    },
  ];
  const weeks = weeksWithMail(sending.weeks);
  return (
    <Card id="reports" title={t("reports")} note={t("reportsNote")}>
      {weeks.length === 0 ? (
        <p className="text-ink-2">{t("empty")}</p>
      ) : (
        <DataTable
          caption={t("reports")}
          columns={columns}
          rows={weeks}
          rowKey={(week) => week.from}
        />
      )}
      {sending.installed.takesReports ? null : (
        <p className="mt-3 text-sm text-ink-2">{t("noReports")}</p>
      )}
    </Card>
  );
}

export function RestingCard({ sending, workspace }: CardProps) {
  const t = useTranslations("settings.sending");
  if (sending.resting.length === 0) return null;
  return (
    <Card id="resting" title={t("resting")} note={t("restingNote")}>
      <ul className="flex flex-col gap-1">
        {sending.resting.map((wave) => (
          <li key={wave.waveId}>
            {t.rich("restingWave", {
              name: wave.name,
              count: wave.waiting,
              wave: (name) => (
                <Link href={`/w/${workspace}/waves/${wave.waveId}`} className="underline">
                  {name}
                </Link>
              ),
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function InstallationCard({ sending }: CardProps) {
  const t = useTranslations("settings.sending");
  const { signsMail, bounceDomain, takesReports } = sending.installed;
  const lines = [
    signsMail ? t("signed") : t("notSigned"),
    bounceDomain ? t("ownBounce") : t("senderBounce"),
    takesReports ? t("takesReports") : t("takesNoReports"),
  ];
  return (
    <Card id="installation" title={t("installation")}>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
