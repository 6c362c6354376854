import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
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
import { CONTACT_ROLES } from "../../waves/wave-words";
import { createProgramAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("asking.newProgram"))("title") };
}

type Props = { params: Promise<{ workspace: string }> };

function When() {
  const t = useTranslations("asking");
  const events = PROGRAM_EVENTS.map((value) => ({ value, label: t(`events.${value}`) }));
  return (
    <>
      <RadioGroup
        name="kind"
        legend={t("programs.when")}
        required
        defaultValue="drip"
        options={[
          { value: "drip", label: t("newProgram.drip"), hint: t("newProgram.dripHint") },
          {
            value: "triggered",
            label: t("newProgram.triggered"),
            hint: t("newProgram.triggeredHint"),
          },
        ]}
      />
      <div className="hidden gap-4 group-has-[[value=triggered]:checked]:grid sm:grid-cols-2">
        <Field name="event" label={t("newProgram.event")}>
          <Select options={events} defaultValue="order" />
        </Field>
        <Field name="days" label={t("newProgram.days")} hint={t("newProgram.daysHint")}>
          <TextInput type="number" min={0} max={365} defaultValue={3} />
        </Field>
      </div>
    </>
  );
}

function Who({ segments }: Pick<ProgramFormDto, "segments">) {
  const t = useTranslations("asking.newWave");
  const tRoles = useTranslations("asking.rolesMany");
  const options = segments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field name="segmentId" label={t("segment")}>
        <Select options={[{ value: "", label: t("allAccounts") }, ...options]} />
      </Field>
      <fieldset>
        <legend className="text-sm font-semibold">{t("role")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {CONTACT_ROLES.map((role) => (
            <Checkbox key={role} name="roles[]" value={role} label={tRoles(role)} />
          ))}
        </div>
        <p className="text-sm text-ink-3">{t("roleHint")}</p>
      </fieldset>
    </>
  );
}

function ProgramForm({ workspace, form }: { workspace: string; form: ProgramFormDto }) {
  const t = useTranslations("asking");
  const surveys = form.surveys.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      action={createProgramAction}
      workspace={workspace}
      aria-label={t("newProgram.title")}
      className="group max-w-2xl"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("newProgram.name")} required>
          <TextInput maxLength={120} />
        </Field>
        <Field name="surveyId" label={t("waves.survey")} required>
          <Select options={surveys} />
        </Field>
      </div>
      <When />
      <Who segments={form.segments} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="openDays" label={t("newProgram.openDays")}>
          <TextInput type="number" min={1} max={180} defaultValue={30} />
        </Field>
        <Field
          name="reminderAfterDays"
          label={t("newWave.reminder")}
          hint={t("newProgram.reminderHint")}
          optional
        >
          <TextInput type="number" min={1} max={60} defaultValue={7} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("newProgram.saving")}>{t("newProgram.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export default async function NewProgramPage({ params }: Props) {
  const { workspace } = await params;
  const t = await getTranslations("asking");
  const form = await orNotFound(getProgramForm({ ctx: await pageCtx(workspace) }));
  const crumbs = [{ label: t("programs.title"), href: `/w/${workspace}/programs` }];
  return (
    <>
      <PageHeader crumbs={crumbs} title={t("newProgram.title")} parts={t("newProgram.parts")} />
      {form.surveys.length === 0 ? (
        <EmptyState
          title={t("newWave.noSurvey")}
          action={
            <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
              {t("waves.createSurvey")}
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
