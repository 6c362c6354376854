import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatCount, formatTimes, joinWords, sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatScore } from "@/lib/format/number";
import type { AccountDto, PersonDto } from "@/lib/loyalty/account-page.types";
import { answerValue, QUESTION_WORDS, ROLE_WORDS } from "../../../_loyalty/words/answer-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type CardProps = { account: AccountDto; as: ReadAs; path: string; canEdit: boolean };

function coverageNote(account: AccountDto): string {
  const here = account.people.filter((person) => person.leftOn === null);
  const heard = `Heard from ${account.heardPeople} of ${formatCount(here.length, "person", "people")}`;
  const unnamed = account.heardUnnamed > 0 ? `${account.heardUnnamed} more without a name` : null;
  const gaps = account.roleGaps.map((role) => ROLE_WORDS[role]);
  const silent = gaps.length > 0 ? `no answer in 180 days from: ${joinWords(gaps)}` : null;
  const noSigner = account.rolesPresent.includes("decisionMaker")
    ? null
    : "no decision-maker on file";
  return [heard, unnamed, silent, noSigner].filter((part) => part !== null).join("; ");
}

function LastAnswer({ person, as }: { person: PersonDto; as: ReadAs }) {
  const { lastAnswer } = person;
  if (lastAnswer) {
    return (
      <span>
        <b className="font-semibold">{answerValue(lastAnswer)}</b>,{" "}
        {formatDay(lastAnswer.on, as.locale, as.asOf)}
        <span className="block text-sm text-ink-3">{QUESTION_WORDS[lastAnswer.question]}</span>
      </span>
    );
  }
  if (person.isKeptBack) return <span className="text-ink-2">kept back</span>;
  if (person.asked === 0) return <span className="text-ink-2">never asked</span>;
  return <span className="text-ink-2">asked {formatTimes(person.asked)}, no answer</span>;
}

function columns({ as, path, canEdit }: CardProps): Column<PersonDto>[] {
  return [
    {
      key: "contact",
      header: "Contact",
      isName: true,
      className: "md:w-[30%]",
      cell: (person) => (
        <div>
          <Link
            href={canEdit ? `${path}?person=${person.id}#person` : `${path}/people/${person.id}`}
            className="font-semibold hover:underline"
          >
            {person.name}
          </Link>
          <span className="block text-sm text-ink-2">
            {[
              person.title,
              person.worksWith ? `works mostly with ${person.worksWith.name}` : null,
              person.site?.name,
              person.leftOn ? `left ${formatDay(person.leftOn, as.locale, as.asOf)}` : null,
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </div>
      ),
    },
    {
      key: "role",
      header: "Role",
      className: "whitespace-nowrap",
      cell: (person) => (person.role ? sentenceCase(ROLE_WORDS[person.role]) : "not recorded"),
    },
    {
      key: "answer",
      header: "Last answer",
      className: "max-md:text-right whitespace-nowrap",
      cell: (person) => <LastAnswer person={person} as={as} />,
    },
    {
      key: "score",
      header: "Attitude",
      align: "right",
      cell: (person) => (
        <span title={person.hasClearNo ? "A clear no keeps this person below the line" : undefined}>
          {person.isKeptBack ? "" : formatScore(person.score, as.locale)}
        </span>
      ),
    },
    {
      key: "words",
      header: "In their words",
      className: "max-md:block max-md:before:hidden md:w-[32%]",
      cell: (person) => (person.lastComment ? `“${person.lastComment}”` : ""),
    },
  ];
}

export function PeopleCard(props: CardProps) {
  const { account, path, canEdit } = props;
  const people = [...account.people].sort(
    (a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null),
  );
  return (
    <Card
      id="people"
      title="People"
      note={people.length > 0 ? coverageNote(account) : undefined}
      actions={
        canEdit ? (
          <LinkButton size="small" href={`${path}?person=new#person`}>
            Add a person
          </LinkButton>
        ) : undefined
      }
    >
      {people.length === 0 ? (
        <p className="text-ink-2">
          Nobody is on file here. Add people with their roles, or import them; without people nobody
          can be asked.
        </p>
      ) : (
        <DataTable
          caption="People at this account"
          columns={columns(props)}
          rows={people}
          rowKey={(person) => person.id}
        />
      )}
    </Card>
  );
}
