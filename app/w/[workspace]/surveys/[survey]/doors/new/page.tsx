import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { DOOR_KINDS } from "@/lib/surveys/doors/door.types";
import { type DoorEditorDto, getDoorEditor } from "@/lib/surveys/doors/get-door-editor";
import { orNotFound } from "../../../../or-not-found";
import { pageCtx } from "../../../../page-ctx";
import { createDoorAction } from "../../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys.doors"))("newTitle") };
}

type Props = { params: Promise<{ workspace: string; survey: string }> };

function choices(rows: { id: string; name: string }[], none: string) {
  return [{ value: "", label: none }, ...rows.map(({ id, name }) => ({ value: id, label: name }))];
}

function Fields({ accounts, colleagues }: DoorEditorDto) {
  const t = useTranslations("surveys");
  const kinds = DOOR_KINDS.map((kind) => ({
    value: kind,
    label: t(`doorKinds.${kind}.name`),
    hint: t(`doorKinds.${kind}.hint`),
  }));
  return (
    <>
      <Field name="name" label={t("doors.name")} hint={t("doors.nameHint")} required>
        <TextInput maxLength={120} />
      </Field>
      <RadioGroup
        name="kind"
        legend={t("doors.kind")}
        options={kinds}
        defaultValue="link"
        required
      />
      <Field name="employeeId" label={t("doors.employee")} hint={t("doors.employeeHint")} optional>
        <Select options={choices(colleagues, t("doors.noEmployee"))} />
      </Field>
      <Field name="accountId" label={t("doors.account")} hint={t("doors.accountHint")} optional>
        <Select options={choices(accounts, t("doors.noAccount"))} />
      </Field>
    </>
  );
}

export default async function NewDoorPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const ctx = await pageCtx(workspace);
  const editor = await orNotFound(getDoorEditor({ ctx, input: { surveyId } }));
  const t = await getTranslations("surveys");
  const path = `/w/${workspace}/surveys`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("list.title"), href: path },
          { label: editor.survey.name, href: `${path}/${surveyId}` },
        ]}
        title={t("doors.newTitle")}
        parts={t("doors.newParts")}
      />
      <Card>
        <ActionForm
          action={createDoorAction}
          workspace={workspace}
          className="max-w-xl"
          aria-label={t("doors.newTitle")}
        >
          <input type="hidden" name="surveyId" value={surveyId} />
          <Fields {...editor} />
          <div className="flex gap-2">
            <SubmitButton pending={t("doors.making")}>{t("doors.make")}</SubmitButton>
            <LinkButton href={`${path}/${surveyId}`}>{t("doors.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
