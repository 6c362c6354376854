import { CONTACT_ROLES } from "@/lib/accounts/contact-roles";
import type { WorkspaceInfo } from "@/lib/auth/ctx";
import { staffWords } from "@/lib/i18n/staff-words";
import { standingOf } from "./answer-points";
import { personOf, scoreWords } from "./build-entry";
import type { EntryRow } from "./load-entries";

export type AnswerLine = {
  account: string;
  /** "4 of 10, unhappy" */
  score: string;
  /** "Anne Krog, decision-maker" */
  person: string;
  comment: string | null;
  url: string;
};

function shortened(text: string | null, max: number): string | null {
  if (text === null || text.length <= max) return text;
  return `${text.slice(0, max).replace(/\s+\S*$/, "")} …`;
}

type Look = { company: WorkspaceInfo; locale: string; appUrl: string; showsNames: boolean };

/** One answer as a mail to a colleague tells it. */
export function answerLine(row: EntryRow, look: Look, commentLength: number): AnswerLine {
  const { company, locale, appUrl, showsNames } = look;
  const t = staffWords(locale, "mails");
  const standing = standingOf(row);
  const score = scoreWords(row, company.name, locale);
  const person = personOf(row, showsNames);
  const role = CONTACT_ROLES.find((known) => known === person?.role);
  return {
    account: row.accountName ?? t("answer.noAccount"),
    score: standing ? `${score}, ${t(`standings.${standing}`)}` : score,
    person: [person?.name ?? t("answer.nobodyNamed"), ...(role ? [t(`roles.${role}`)] : [])].join(
      ", ",
    ),
    comment: shortened(row.comment, commentLength),
    url: `${appUrl}/w/${company.slug}/answers/${row.id}`,
  };
}
