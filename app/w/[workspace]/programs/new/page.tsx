import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { getProgramForm, type ProgramFormDto } from "@/lib/surveys/programs/get-program-form";
import { PROGRAM_EVENTS } from "@/lib/surveys/programs/program-rule";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { CONTACT_ROLE_WORDS } from "../../waves/wave-words";
import { createProgramAction } from "../actions";
import { EVENT_WORDS, WORDS as PROGRAMS } from "../program-words";
import { WORDS as W } from "./new-program-words";

export const metadata: Metadata = { title: W.title };

type Props = { params: Promise<{ workspace: string }> };

function When() {
  const events = PROGRAM_EVENTS.map((value) => ({ value, label: EVENT_WORDS[value] }));
  return (
    <>
      <RadioGroup
        name="kind"
        legend={W.when}
        required
        defaultValue="drip"
        options={[
          { value: "drip", label: W.drip, hint: W.dripHint },
          { value: "triggered", label: W.triggered, hint: W.triggeredHint },
        ]}
      />
      <div className="hidden gap-4 group-has-[[value=triggered]:checked]:grid sm:grid-cols-2">
        <Field name="event" label={W.event}>
          <Select options={events} defaultValue="order" />
        </Field>
        <Field name="days" label={W.days} hint={W.daysHint}>
          <TextInput type="number" min={0} max={365} defaultValue={3} />
        </Field>
      </div>
    </>
  );
}

function Who({ segments }: Pick<ProgramFormDto, "segments">) {
  const options = segments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field name="segmentId" label={W.segment}>
        <Select options={[{ value: "", label: W.allAccounts }, ...options]} />
      </Field>
      <fieldset>
        <legend className="text-sm font-semibold">{W.role}</legend>
        <div className="flex flex-wrap gap-x-5">
          {Object.entries(CONTACT_ROLE_WORDS).map(([role, label]) => (
            <Checkbox key={role} name="roles[]" value={role} label={`${label}s`} />
          ))}
        </div>
        <p className="text-sm text-ink-3">{W.roleHint}</p>
      </fieldset>
    </>
  );
}

function ProgramForm({ workspace, form }: { workspace: string; form: ProgramFormDto }) {
  const surveys = form.surveys.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      action={createProgramAction}
      workspace={workspace}
      aria-label={W.title}
      className="group max-w-2xl"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={W.name} required>
          <TextInput maxLength={120} />
        </Field>
        <Field name="surveyId" label={W.survey} required>
          <Select options={surveys} />
        </Field>
      </div>
      <When />
      <Who segments={form.segments} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="openDays" label={W.open}>
          <TextInput type="number" min={1} max={180} defaultValue={30} />
        </Field>
        <Field name="reminderAfterDays" label={W.reminder} hint={W.reminderHint} optional>
          <TextInput type="number" min={1} max={60} defaultValue={7} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={W.saving}>{W.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export default async function NewProgramPage({ params }: Props) {
  const { workspace } = await params;
  const form = await orNotFound(getProgramForm({ ctx: await pageCtx(workspace) }));
  const crumbs = [{ label: PROGRAMS.title, href: `/w/${workspace}/programs` }];
  return (
    <>
      <PageHeader crumbs={crumbs} title={W.title} parts={W.parts} />
      {form.surveys.length === 0 ? (
        <EmptyState
          title={W.noSurvey}
          action={
            <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
              {W.createSurvey}
            </LinkButton>
          }
        />
      ) : (
        <Card id="program">
          <ProgramForm workspace={workspace} form={form} />
        </Card>
      )}
    </>
  );
}
