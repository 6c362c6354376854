import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { joinWords } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountDto, PersonDto } from "@/lib/loyalty/account-page.types";
import { answerValue, questionWord, roleWord } from "@/lib/loyalty/words/answer-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type CardProps = { account: AccountDto; as: ReadAs; path: string; canEdit: boolean };

function coverageNote(account: AccountDto, locale: string): string {
  const t = staffWords(locale, "account");
  const count = account.people.filter((person) => person.leftOn === null).length;
  const parts = [t("people.heard", { heard: account.heardPeople, count })];
  if (account.heardUnnamed > 0) parts.push(t("people.unnamed", { count: account.heardUnnamed }));
  const gaps = account.roleGaps.map((role) => roleWord(role, locale));
  if (gaps.length > 0) parts.push(t("people.silent", { roles: joinWords(gaps, locale) }));
  if (!account.rolesPresent.includes("decisionMaker")) parts.push(t("people.noDecisionMaker"));
  return parts.join("; ");
}

function LastAnswer({ person, as }: { person: PersonDto; as: ReadAs }) {
  const t = useTranslations("account.people");
  const { lastAnswer } = person;
  if (lastAnswer) {
    return (
      <span>
        {t.rich("answer", {
          b: (chunks) => <b className="font-semibold">{chunks}</b>,
          value: answerValue(lastAnswer, as.locale),
          date: formatDay(lastAnswer.on, as.locale, as.asOf),
        })}
        <span className="block text-sm text-ink-3">
          {questionWord(lastAnswer.question, as.locale)}
        </span>
      </span>
    );
  }
  if (person.isKeptBack) return <span className="text-ink-2">{t("keptBack")}</span>;
  if (person.asked === 0) return <span className="text-ink-2">{t("neverAsked")}</span>;
  return <span className="text-ink-2">{t("noAnswer", { asked: person.asked })}</span>;
}

function columns({ as, path, canEdit }: CardProps): Column<PersonDto>[] {
  const t = staffWords(as.locale, "account");
  return [
    {
      key: "contact",
      header: t("people.columns.contact"),
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
              person.worksWith ? t("people.worksWith", { name: person.worksWith.name }) : null,
              person.site?.name,
              person.leftOn
                ? t("people.left", { date: formatDay(person.leftOn, as.locale, as.asOf) })
                : null,
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </div>
      ),
    },
    {
      key: "role",
      header: t("people.columns.role"),
      className: "whitespace-nowrap",
      cell: (person) => t(person.role ? `people.roles.${person.role}` : "people.roleNotRecorded"),
    },
    {
      key: "answer",
      header: t("people.columns.answer"),
      className: "whitespace-nowrap",
      cell: (person) => <LastAnswer person={person} as={as} />,
    },
    {
      key: "score",
      header: t("people.columns.score"),
      align: "right",
      cell: (person) => (
        <span title={person.hasClearNo ? t("people.clearNo") : undefined}>
          {person.isKeptBack ? "" : formatScore(person.score, as.locale)}
        </span>
      ),
    },
    {
      key: "words",
      header: t("people.columns.words"),
      isParagraph: true,
      className: "md:w-[32%]",
      cell: (person) =>
        person.lastComment
          ? staffWords(as.locale, "loyalty")("quote", { text: person.lastComment })
          : "",
    },
  ];
}

export function PeopleCard(props: CardProps) {
  const t = useTranslations("account.people");
  const { account, as, path, canEdit } = props;
  const people = [...account.people].sort(
    (a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null),
  );
  return (
    <Card
      id="people"
      title={t("title")}
      note={people.length > 0 ? coverageNote(account, as.locale) : undefined}
      actions={
        canEdit ? (
          <LinkButton size="small" href={`${path}?person=new#person`}>
            {t("add")}
          </LinkButton>
        ) : undefined
      }
    >
      {people.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("caption")}
          columns={columns(props)}
          rows={people}
          rowKey={(person) => person.id}
        />
      )}
    </Card>
  );
}
