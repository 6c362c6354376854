import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { formatDay } from "@/lib/format/date";
import { listPlannedAsks, type PlannedAsksDto } from "@/lib/surveys/programs/list-planned-asks";
import { pageCtx } from "../page-ctx";
import { AsksTable } from "./asks-table";
import { dayWords } from "./asks-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("asking.asks"))("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ of?: string | string[]; page?: string | string[] }>;
};

function Calendar({ days, locale }: { days: PlannedAsksDto["days"]; locale: string }) {
  const t = useTranslations("asking.asks");
  const most = Math.max(...days.map(({ asks, reminders }) => asks + reminders));
  return (
    <Card id="calendar" title={t("calendar")}>
      <ol className="grid grid-cols-[max-content_1fr_max-content] items-center gap-x-3 gap-y-1">
        {days.map((day) => (
          <li key={day.on} className="col-span-3 grid grid-cols-subgrid items-center">
            <span>{formatDay(day.on, locale)}</span>
            <span
              aria-hidden
              className="h-2.5 rounded-full bg-accent"
              style={{ width: `${(100 * (day.asks + day.reminders)) / most}%` }}
            />
            <span className="text-right tabular-nums">{dayWords(day, locale)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export default async function PlannedAsksPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("asking.asks");
  const { of, page } = await searchParams;
  const isWanted = of === "mine" ? true : of === "all" ? false : undefined;
  const view = await listPlannedAsks({ ctx, input: { isMine: isWanted, page } });
  const { isMine } = view;
  const href = `/w/${workspace}/asks`;
  const tabs = [
    { label: t("mine"), href: `${href}?of=mine`, isCurrent: isMine },
    { label: t("all"), href: `${href}?of=all`, isCurrent: !isMine },
  ];
  return (
    <>
      <PageHeader title={t("title")} parts={t("parts")} />
      <Tabs label={t("views")} tabs={tabs} />
      {view.total === 0 ? (
        <EmptyState title={t("empty")}>{isMine ? t("emptyMine") : t("emptyAll")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <Calendar days={view.days} locale={ctx.locale} />
          <Card id="asks">
            <AsksTable workspace={workspace} locale={ctx.locale} asks={view.asks} />
            {view.total > view.pageSize ? (
              <Pagination
                page={view.page}
                pageSize={view.pageSize}
                total={view.total}
                what={t("asks")}
                href={(at) => `${href}?of=${isMine ? "mine" : "all"}&page=${at}`}
              />
            ) : null}
          </Card>
        </div>
      )}
    </>
  );
}
