import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { CONTACT_ROLE_WORDS } from "../wave-words";
import type { SelectionQuery } from "./selection-query";

type SelectionFormProps = { workspace: string; view: WavePreviewDto; query: SelectionQuery };

/** The choice lives in the address: it can be shared, and going back keeps it. */
export function SelectionForm({ workspace, view, query }: SelectionFormProps) {
  const surveys = view.surveys.map(({ id, name }) => ({ value: id, label: name }));
  const segments = view.segments.map(({ id, name }) => ({ value: id, label: name }));
  const kept = [
    ...query.accountIds.map((id) => ["accountIds", id] as const),
    ...query.contactIds.map((id) => ["contactIds", id] as const),
  ];
  return (
    <Card id="choose" title="Who is asked">
      <Form action={`/w/${workspace}/waves/new`} className="flex flex-col gap-4">
        <input type="hidden" name="show" value="1" />
        {kept.map(([name, id]) => (
          <input key={id} type="hidden" name={name} value={id} />
        ))}
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="surveyId" label="Survey">
            <Select options={surveys} defaultValue={query.surveyId} />
          </Field>
          <Field name="q" label="Account" hint="Part of the name; empty means all.">
            <TextInput type="search" defaultValue={query.q} />
          </Field>
          <Field name="segmentId" label="Segment">
            <Select
              options={[{ value: "", label: "All accounts" }, ...segments]}
              defaultValue={query.segmentId}
            />
          </Field>
        </div>
        <fieldset>
          <legend className="text-sm font-semibold">Role</legend>
          <div className="flex flex-wrap gap-x-5">
            {Object.entries(CONTACT_ROLE_WORDS).map(([role, label]) => (
              <Checkbox
                key={role}
                name="roles"
                value={role}
                label={`${label}s`}
                defaultChecked={query.roles.includes(role)}
              />
            ))}
          </div>
          <p className="text-sm text-ink-3">None ticked means everybody, role known or not.</p>
        </fieldset>
        <Checkbox
          name="asksDespiteInterval"
          label="Ask although asked within 90 days"
          hint="Off unless there is a good reason; it is written to the audit log. Who wants no surveys is never asked."
          defaultChecked={query.asksDespiteInterval}
        />
        <div>
          <Button type="submit" kind={query.isChosen ? "secondary" : "primary"}>
            Show who would be asked
          </Button>
        </div>
      </Form>
    </Card>
  );
}
