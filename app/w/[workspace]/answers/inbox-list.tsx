import Link from "next/link";
import type { InboxEntryDto } from "@/lib/surveys/inbox/inbox.types";
import type { ReadAs } from "../_loyalty/words/read-as";
import { momentText } from "../imports/moment-text";
import { AccountLine, Needs, personWords, Score } from "./answer-parts";
import { WORDS } from "./answer-words";

type InboxListProps = {
  entries: readonly InboxEntryDto[];
  workspace: string;
  timeZone: string;
  as: ReadAs;
  showsOwner: boolean;
};

function Entry({ entry, ...look }: Omit<InboxListProps, "entries"> & { entry: InboxEntryDto }) {
  const { workspace, timeZone, as, showsOwner } = look;
  const about = entry.touchpointName ?? entry.surveyName;
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-b border-line py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_minmax(0,17rem)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Link
            href={`/w/${workspace}/answers/${entry.id}`}
            className="hover:underline"
            aria-label={`${WORDS.open}: ${entry.score}, ${personWords(entry.person)}`}
          >
            <Score entry={entry} />
          </Link>
          <Needs needs={entry.needs} />
          {entry.handled ? (
            <span className="text-sm text-ink-3">
              {WORDS.handled}
              {entry.handled.by ? ` ${WORDS.handledBy} ${entry.handled.by}` : ""}
            </span>
          ) : null}
        </p>
        {entry.comment ? (
          <p className="mt-0.5 max-w-prose break-words whitespace-pre-line">“{entry.comment}”</p>
        ) : null}
        <p className="text-sm text-ink-2">
          {personWords(entry.person)} · {about} · {momentText(entry.at, timeZone, as.locale)}
        </p>
      </div>
      <div className="min-w-0">
        <AccountLine
          account={entry.account}
          workspace={workspace}
          as={as}
          showsOwner={showsOwner}
        />
      </div>
    </li>
  );
}

export function InboxList({ entries, ...look }: InboxListProps) {
  return (
    <ol>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} {...look} />
      ))}
    </ol>
  );
}
