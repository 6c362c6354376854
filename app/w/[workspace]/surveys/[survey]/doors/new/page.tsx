import type { Metadata } from "next";
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
import { KIND_WORDS, DOOR_WORDS as W } from "../../../door-words";
import { LIST_WORDS } from "../../../survey-words";

export const metadata: Metadata = { title: "New door" };

type Props = { params: Promise<{ workspace: string; survey: string }> };

const KINDS = DOOR_KINDS.map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].name,
  hint: KIND_WORDS[kind].hint,
}));

function choices(rows: { id: string; name: string }[], none: string) {
  return [{ value: "", label: none }, ...rows.map(({ id, name }) => ({ value: id, label: name }))];
}

function Fields({ accounts, colleagues }: DoorEditorDto) {
  return (
    <>
      <Field name="name" label={W.name} hint={W.nameHint} required>
        <TextInput maxLength={120} />
      </Field>
      <RadioGroup name="kind" legend={W.kind} options={KINDS} defaultValue="link" required />
      <Field name="employeeId" label={W.employee} hint={W.employeeHint} optional>
        <Select options={choices(colleagues, W.noEmployee)} />
      </Field>
      <Field name="accountId" label={W.account} hint={W.accountHint} optional>
        <Select options={choices(accounts, W.noAccount)} />
      </Field>
    </>
  );
}

export default async function NewDoorPage({ params }: Props) {
  const { workspace, survey: surveyId } = await params;
  const ctx = await pageCtx(workspace);
  const editor = await orNotFound(getDoorEditor({ ctx, input: { surveyId } }));
  const path = `/w/${workspace}/surveys`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: LIST_WORDS.title, href: path },
          { label: editor.survey.name, href: `${path}/${surveyId}` },
        ]}
        title={W.newTitle}
        parts={W.newParts}
      />
      <Card>
        <ActionForm
          action={createDoorAction}
          workspace={workspace}
          className="max-w-xl"
          aria-label={W.newTitle}
        >
          <input type="hidden" name="surveyId" value={surveyId} />
          <Fields {...editor} />
          <div className="flex gap-2">
            <SubmitButton pending={W.making}>{W.make}</SubmitButton>
            <LinkButton href={`${path}/${surveyId}`}>{W.cancel}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
