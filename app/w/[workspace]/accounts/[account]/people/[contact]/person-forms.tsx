import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { ConsentPurpose } from "@/lib/consent/consent-rows";
import type { PersonRightsDto } from "@/lib/consent/get-person-rights";
import { eraseContactAction, liftSuppressionAction, recordConsentAction } from "./actions";

type FormProps = { person: PersonRightsDto; workspace: string };

const PURPOSES = ["survey", "marketing", "reward"] as const satisfies ConsentPurpose[];
const ANSWERS = ["granted", "declined", "withdrawn"] as const;

export function MailCard({ person, workspace }: FormProps) {
  const t = useTranslations("account");
  const stops = person.stops.map((stop) => t(`mail.stops.${stop}`));
  const said = person.email ? t("mail.none") : t("mail.noEmail");
  return (
    <Card id="mail" title={t("mail.title")} note={person.email ?? undefined}>
      <ul className="flex flex-col gap-1">
        {stops.length === 0 ? <li>{said}</li> : null}
        {stops.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {person.asksLessOften ? <li>{t("mail.lessOften")}</li> : null}
      </ul>
      {person.can.lift ? (
        <ActionForm
          action={liftSuppressionAction}
          workspace={workspace}
          className="mt-3"
          aria-label={t("mail.lift")}
        >
          <input type="hidden" name="contactId" value={person.contactId} />
          <ConfirmButton label={t("mail.lift")} question={t("mail.liftQuestion")} kind="secondary">
            {t("mail.liftMeaning")}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Card>
  );
}

export function RecordCard({ person, workspace, today }: FormProps & { today: string }) {
  const t = useTranslations("account");
  const purposes = PURPOSES.map((value) => ({ value, label: t(`consent.purposes.${value}.name`) }));
  const answers = ANSWERS.map((value) => ({ value, label: t(`record.answers.${value}`) }));
  return (
    <Card id="record" title={t("record.title")} note={t("record.note")}>
      <ActionForm
        action={recordConsentAction}
        workspace={workspace}
        success={t("record.success")}
        aria-label={t("record.title")}
        className="max-w-2xl"
      >
        <input type="hidden" name="contactId" value={person.contactId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="purpose" label={t("record.about")}>
            <Select options={purposes} />
          </Field>
          <Field name="on" label={t("record.on")}>
            <TextInput type="date" defaultValue={today} max={today} />
          </Field>
        </div>
        <RadioGroup name="state" legend={t("record.said")} options={answers} inline />
        <Field name="wording" label={t("consent.wording")} hint={t("record.wordingHint")} optional>
          <TextInput maxLength={1000} />
        </Field>
        <Field name="source" label={t("record.source")} hint={t("record.sourceHint")}>
          <TextInput maxLength={200} />
        </Field>
        <div>
          <SubmitButton pending={t("record.pending")}>{t("record.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

type EraseProps = FormProps & { day: (iso: string) => string };

export function EraseCard({ person, workspace, day }: EraseProps) {
  const t = useTranslations("account");
  return (
    <Card id="erase" title={t("erase.title")} note={t("erase.note")}>
      {person.eraseOn ? (
        <Notice kind="warning">{t("erase.planned", { date: day(person.eraseOn) })}</Notice>
      ) : null}
      {person.can.erase ? (
        <ActionForm
          action={eraseContactAction}
          workspace={workspace}
          className="mt-3 items-start"
          aria-label={t("erase.title")}
        >
          <input type="hidden" name="contactId" value={person.contactId} />
          <ConfirmButton
            label={t("erase.title")}
            question={t("erase.question", { name: person.name })}
          >
            {t("erase.meaning")}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Card>
  );
}
