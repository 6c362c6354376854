import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { CONTACT_ROLES } from "../wave-words";
import type { SelectionQuery } from "./selection-query";

type SelectionFormProps = { workspace: string; view: WavePreviewDto; query: SelectionQuery };

/** The choice lives in the address: it can be shared, and going back keeps it. */
export function SelectionForm({ workspace, view, query }: SelectionFormProps) {
  const t = useTranslations("asking");
  const surveys = view.surveys.map(({ id, name }) => ({ value: id, label: name }));
  const segments = view.segments.map(({ id, name }) => ({ value: id, label: name }));
  const kept = [
    ...query.accountIds.map((id) => ["accountIds", id] as const),
    ...query.contactIds.map((id) => ["contactIds", id] as const),
  ];
  return (
    <Card id="choose" title={t("newWave.who")}>
      <Form action={`/w/${workspace}/waves/new`} className="flex flex-col gap-4">
        <input type="hidden" name="show" value="1" />
        {kept.map(([name, id]) => (
          <input key={id} type="hidden" name={name} value={id} />
        ))}
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="surveyId" label={t("waves.survey")}>
            <Select options={surveys} defaultValue={query.surveyId} />
          </Field>
          <Field name="q" label={t("newWave.account")} hint={t("newWave.accountHint")}>
            <TextInput type="search" defaultValue={query.q} />
          </Field>
          <Field name="segmentId" label={t("newWave.segment")}>
            <Select
              options={[{ value: "", label: t("newWave.allAccounts") }, ...segments]}
              defaultValue={query.segmentId}
            />
          </Field>
        </div>
        <fieldset>
          <legend className="text-sm font-semibold">{t("newWave.role")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {CONTACT_ROLES.map((role) => (
              <Checkbox
                key={role}
                name="roles"
                value={role}
                label={t(`rolesMany.${role}`)}
                defaultChecked={query.roles.includes(role)}
              />
            ))}
          </div>
          <p className="text-sm text-ink-3">{t("newWave.roleHint")}</p>
        </fieldset>
        <Checkbox
          name="asksDespiteInterval"
          label={t("newWave.despite")}
          hint={t("newWave.despiteHint")}
          defaultChecked={query.asksDespiteInterval}
        />
        <div>
          <Button type="submit" kind={query.isChosen ? "secondary" : "primary"}>
            {t("newWave.show")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
