import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { InboxEntryDto } from "@/lib/surveys/inbox/inbox.types";
import type { ReadAs } from "../_loyalty/words/read-as";
import { momentText } from "../imports/moment-text";
import { AccountLine, Needs, Score } from "./answer-parts";
import { personWords } from "./answer-words";

type InboxListProps = {
  entries: readonly InboxEntryDto[];
  workspace: string;
  timeZone: string;
  as: ReadAs;
  showsOwner: boolean;
};

function Entry({ entry, ...look }: Omit<InboxListProps, "entries"> & { entry: InboxEntryDto }) {
  const { workspace, timeZone, as, showsOwner } = look;
  const t = useTranslations("answers");
  const person = personWords(entry.person, as.locale);
  const about = entry.touchpointName ?? entry.surveyName;
  return (
    <li
      data-row
      className="grid gap-x-6 gap-y-1.5 border-b border-line py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_minmax(0,17rem)]"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Link
            href={`/w/${workspace}/answers/${entry.id}`}
            className="hover:underline"
            aria-label={t("open", { score: entry.score, person })}
          >
            <Score entry={entry} />
          </Link>
          <Needs needs={entry.needs} />
          {entry.handled ? (
            <span className="text-sm text-ink-3">
              {entry.handled.by ? t("handledBy", { name: entry.handled.by }) : t("handled")}
            </span>
          ) : null}
        </p>
        {entry.comment ? (
          <p className="mt-0.5 max-w-prose break-words whitespace-pre-line">
            {t("quote", { comment: entry.comment })}
          </p>
        ) : null}
        <p className="text-sm text-ink-2">
          {person} · {about} · {momentText(entry.at, timeZone, as.locale)}
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
