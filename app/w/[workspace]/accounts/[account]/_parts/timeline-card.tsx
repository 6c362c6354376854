import Link from "next/link";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Pagination } from "@/components/ui/pagination";
import { formatDay } from "@/lib/format/date";
import type { AccountDto, TimelineEntryDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { withQuery, workspacePath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { KIND_FILTERS, KIND_WORDS, timelineWords } from "./timeline-words";

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
  const choices: readonly [TimelineKind | null, string][] = [[null, "All"], ...KIND_FILTERS];
  return (
    <nav aria-label="Show" className="mb-1 flex flex-wrap gap-x-3 text-sm *:py-1">
      {choices.map(([value, word]) => (
        <Link
          key={word}
          href={`${withQuery(path, { kind: value })}#timeline`}
          aria-current={value === kind ? "true" : undefined}
          className={classNames(
            value === kind ? "font-semibold text-ink" : "text-ink-2 underline hover:text-ink",
          )}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}

type EntryProps = { entry: TimelineEntryDto; workspace: string; as: ReadAs };

function Entry({ entry, workspace, as }: EntryProps) {
  const { text, quote, strong } = timelineWords(entry, as);
  return (
    <li className="grid grid-cols-[5.6rem_5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2 last:border-b-0 max-sm:grid-cols-[5.6rem_minmax(0,1fr)]">
      <span className="text-ink-2">{formatDay(entry.on, as.locale, as.asOf)}</span>
      <span className="text-ink-2">{KIND_WORDS[entry.kind]}</span>
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
        {quote ? <span className="block text-sm text-ink-2">“{quote}”</span> : null}
      </span>
    </li>
  );
}

export function TimelineCard({ timeline, kind, path, workspace, as }: TimelineCardProps) {
  return (
    <Card id="timeline" title="Timeline" note="Answers, orders, complaints, promises, contacts">
      <Filter kind={kind} path={path} />
      {timeline.entries.length === 0 ? (
        <p className="py-3 text-ink-2">
          {kind ? "Nothing of this kind yet." : "Nothing has happened yet."}
        </p>
      ) : (
        <ol>
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
          what="entries"
          href={(page) => `${withQuery(path, { kind, page: String(page) })}#timeline`}
        />
      ) : null}
    </Card>
  );
}
