import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { HeldPerson } from "@/lib/surveys/answers/review.types";
import { roleWords } from "../../waves/wave-words";
import { gaveWords } from "./_words";
import { reviewAnswersAction } from "./actions";
import { AnswerRow, type Place } from "./answer-row";

/** A machine may leave eleven: they are one line until somebody wants to see each. */
const SHOWN_EACH = 3;

type HeldPersonCardProps = { place: Place; person: HeldPerson };

function RejectAll({ place, person, name }: HeldPersonCardProps & { name: string }) {
  const t = useTranslations("answers.held");
  const about = [t("formOf", { name }), person.survey.name, person.wave?.name];
  return (
    <ActionForm
      action={reviewAnswersAction}
      workspace={place.workspace}
      aria-label={about.filter(Boolean).join(", ")}
      className="gap-2"
    >
      {person.answers.map((answer) => (
        <input
          key={answer.responseId}
          type="hidden"
          name="responseIds[]"
          value={answer.responseId}
        />
      ))}
      <SubmitButton kind="secondary" size="small" name="decision" value="rejected">
        {t("rejectAll", { answers: person.answers.length })}
      </SubmitButton>
    </ActionForm>
  );
}

function Where({ place, person }: HeldPersonCardProps) {
  const t = useTranslations("answers.held");
  const path = `/w/${place.workspace}`;
  const { account, survey, wave } = person;
  return (
    <>
      {roleWords(person.role, place.locale)}
      {" · "}
      {account === null ? (
        t("noAccount")
      ) : (
        <Link href={`${path}/accounts/${account.id}`} className="underline hover:text-ink">
          {account.name}
        </Link>
      )}
      {" · "}
      <Link
        href={wave ? `${path}/waves/${wave.id}` : `${path}/surveys/${survey.id}`}
        className="underline hover:text-ink"
      >
        {wave ? t("surveyOfWave", { survey: survey.name, wave: wave.name }) : survey.name}
      </Link>
    </>
  );
}

/** All that came from one person's link. */
export function HeldPersonCard({ place, person }: HeldPersonCardProps) {
  const t = useTranslations("answers");
  const name = person.name ?? t("noName");
  const { answers } = person;
  const isMany = answers.length > SHOWN_EACH;
  const canDecide = answers.every((answer) => answer.decision === null);
  const rows = answers.map((answer) => (
    <AnswerRow key={answer.responseId} place={place} answer={answer} name={name} />
  ));
  return (
    <Card
      isOneOfMany
      id={`held-${person.invitationId}`}
      title={name}
      note={<Where place={place} person={person} />}
      actions={
        canDecide && answers.length > 1 ? (
          <RejectAll place={place} person={person} name={name} />
        ) : null
      }
    >
      {isMany ? (
        <>
          <p className="mb-1 text-ink-2">{gaveWords(answers, place.locale)}</p>
          <details>
            <summary className="cursor-pointer py-1 font-semibold">
              {t("held.showAll", { answers: answers.length })}
            </summary>
            <ul className="mt-2">{rows}</ul>
          </details>
        </>
      ) : (
        <ul>{rows}</ul>
      )}
    </Card>
  );
}
