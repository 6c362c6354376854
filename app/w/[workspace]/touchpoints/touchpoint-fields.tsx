import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Colleague } from "@/lib/surveys/touchpoints/touchpoint.types";

type Props = {
  touchpoint?: { name: string; stage: string; owner: { id: string } | null };
  stages: readonly string[];
  colleagues: readonly Colleague[];
};

/** The same fields for a new touchpoint and for a change. */
export function TouchpointFields({ touchpoint, stages, colleagues }: Props) {
  const t = useTranslations("touchpoints.form");
  return (
    <>
      <Field name="name" label={t("name")} hint={t("nameHint")} required>
        <TextInput defaultValue={touchpoint?.name} maxLength={120} />
      </Field>
      <Field name="stage" label={t("stage")} required>
        <Select
          defaultValue={touchpoint?.stage ?? stages[0]}
          options={stages.map((stage) => ({ value: stage, label: stage }))}
        />
      </Field>
      <Field name="ownerId" label={t("owner")} hint={t("ownerHint")}>
        <Select
          defaultValue={touchpoint?.owner?.id ?? ""}
          options={[
            { value: "", label: t("nobody") },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
    </>
  );
}
