import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { PersonRightsDto } from "@/lib/consent/get-person-rights";
import { PURPOSE_WORDS, STOP_WORDS, WORDS } from "./_words";
import { eraseContactAction, liftSuppressionAction, recordConsentAction } from "./actions";

type FormProps = { person: PersonRightsDto; workspace: string };

const PURPOSES = Object.entries(PURPOSE_WORDS).map(([value, { name }]) => ({ value, label: name }));
const ANSWERS = [
  { value: "granted", label: WORDS.yes },
  { value: "declined", label: WORDS.no },
  { value: "withdrawn", label: WORDS.takenBack },
];

export function MailCard({ person, workspace }: FormProps) {
  const stops = person.stops.map((stop) => STOP_WORDS[stop]);
  const said = person.email ? WORDS.noStops : WORDS.noEmail;
  return (
    <Card id="mail" title={WORDS.stops} note={person.email ?? undefined}>
      <ul className="flex flex-col gap-1">
        {stops.length === 0 ? <li>{said}</li> : null}
        {stops.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {person.asksLessOften ? <li>{WORDS.lessOften}</li> : null}
      </ul>
      {person.can.lift ? (
        <ActionForm
          action={liftSuppressionAction}
          workspace={workspace}
          className="mt-3"
          aria-label={WORDS.lift}
        >
          <input type="hidden" name="contactId" value={person.contactId} />
          <ConfirmButton label={WORDS.lift} question={WORDS.liftQuestion} kind="secondary">
            {WORDS.liftMeaning}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Card>
  );
}

export function RecordCard({ person, workspace, today }: FormProps & { today: string }) {
  return (
    <Card id="record" title={WORDS.record} note={WORDS.recordNote}>
      <ActionForm
        action={recordConsentAction}
        workspace={workspace}
        success={WORDS.saved}
        aria-label={WORDS.record}
        className="max-w-2xl"
      >
        <input type="hidden" name="contactId" value={person.contactId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="purpose" label={WORDS.about}>
            <Select options={PURPOSES} />
          </Field>
          <Field name="on" label={WORDS.on}>
            <TextInput type="date" defaultValue={today} max={today} />
          </Field>
        </div>
        <RadioGroup name="state" legend={WORDS.said} options={ANSWERS} inline />
        <Field name="wording" label={WORDS.wording} hint={WORDS.wordingHint} optional>
          <TextInput maxLength={1000} />
        </Field>
        <Field name="source" label={WORDS.source} hint={WORDS.sourceHint}>
          <TextInput maxLength={200} />
        </Field>
        <div>
          <SubmitButton pending={WORDS.saving}>{WORDS.save}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

type EraseProps = FormProps & { day: (iso: string) => string };

export function EraseCard({ person, workspace, day }: EraseProps) {
  return (
    <Card id="erase" title={WORDS.erase} note={WORDS.eraseNote}>
      {person.eraseOn ? (
        <Notice kind="warning">{WORDS.erasePlanned(day(person.eraseOn))}</Notice>
      ) : null}
      {person.can.erase ? (
        <ActionForm
          action={eraseContactAction}
          workspace={workspace}
          className="mt-3 items-start"
          aria-label={WORDS.erase}
        >
          <input type="hidden" name="contactId" value={person.contactId} />
          <ConfirmButton label={WORDS.erase} question={WORDS.eraseQuestion(person.name)}>
            {WORDS.eraseMeaning}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Card>
  );
}
