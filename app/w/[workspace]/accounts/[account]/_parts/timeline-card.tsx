import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { formatDay } from "@/lib/format/date";
import type { AccountDto, TimelineEntryDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { withQuery, workspacePath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { TIMELINE_FILTERS, timelineWords } from "./timeline-words";

type TimelineCardProps = {
  timeline: AccountDto["timeline"];
  /** Kind shown alone, or null for all. */
  kind: TimelineKind | null;
  path: string;
  workspace: string;
  as: ReadAs;
};

const PAGE_SIZE = 25;

function Filter({ kind, path }: { kind: TimelineKind | null; path: string }) {
  const t = useTranslations("account.timeline");
  return (
    <nav aria-label={t("show")} className="mb-1 flex flex-wrap gap-x-3 text-sm *:py-1">
      {[null, ...TIMELINE_FILTERS].map((value) => (
        <Link
          key={value ?? "all"}
          href={`${withQuery(path, { kind: value })}#timeline`}
          aria-current={value === kind ? "true" : undefined}
          className={classNames(
            value === kind ? "font-semibold text-ink" : "text-ink-2 underline hover:text-ink",
          )}
        >
          {value ? t(`filters.${value}`) : t("all")}
        </Link>
      ))}
    </nav>
  );
}

type EntryProps = { entry: TimelineEntryDto; workspace: string; as: ReadAs };

function Entry({ entry, workspace, as }: EntryProps) {
  const t = useTranslations();
  const { text, quote, strong } = timelineWords(entry, as);
  return (
    <li className="col-span-full grid grid-cols-subgrid border-b border-line py-2 last:border-b-0">
      <span className="whitespace-nowrap text-ink-2">
        {formatDay(entry.on, as.locale, as.asOf)}
      </span>
      <span className="text-ink-2">{t(`account.timeline.kinds.${entry.kind}`)}</span>
      <span className="max-sm:col-span-2">
        {entry.hasPage ? (
          <Link
            href={workspacePath(workspace, `answers/${entry.id}`)}
            className="underline hover:no-underline"
          >
            {text}
          </Link>
        ) : (
          text
        )}
        {strong ? <b className="font-semibold">; {strong}</b> : null}
        {entry.site ? <span className="text-ink-3"> · {entry.site.name}</span> : null}
        {quote ? (
          <span className="block text-sm text-ink-2">{t("loyalty.quote", { text: quote })}</span>
        ) : null}
      </span>
    </li>
  );
}

export function TimelineCard({ timeline, kind, path, workspace, as }: TimelineCardProps) {
  const t = useTranslations("account.timeline");
  return (
    <Card id="timeline" title={t("title")} note={t("note")}>
      <Filter kind={kind} path={path} />
      {timeline.entries.length === 0 ? (
        <p className="py-3 text-ink-2">{kind ? t("noneOfKind") : t("none")}</p>
      ) : (
        <ol className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-3 max-sm:grid-cols-[auto_minmax(0,1fr)]">
          {timeline.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} workspace={workspace} as={as} />
          ))}
        </ol>
      )}
      {timeline.pages > 1 ? (
        <Pagination
          page={timeline.page}
          pageSize={Math.max(timeline.entries.length, PAGE_SIZE)}
          total={timeline.total}
          what={t("counted")}
          href={(page) => `${withQuery(path, { kind, page: String(page) })}#timeline`}
        />
      ) : null}
    </Card>
  );
}
