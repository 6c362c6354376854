import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { OptionDto } from "@/lib/loyalty/overview.types";

export type AccountValues = {
  name: string;
  currency: string;
  ownerId: string | null;
  industry: string | null;
  sizeBand: string | null;
  country: string | null;
  region: string | null;
  customerSince: string | null;
  acquiredBy: string;
};

export const ACQUIRED_BY_WORDS: readonly { value: string; label: string }[] = [
  { value: "unknown", label: "Not known" },
  { value: "referral", label: "Referral" },
  { value: "repeat_person", label: "A person who knew us" },
  { value: "inbound", label: "Came by themselves" },
  { value: "bought", label: "Bought (advertising, agency)" },
];

type AccountFieldsProps = { values: Partial<AccountValues>; owners: readonly OptionDto[] };

/** What is on file about an account; the same fields for a new one and for a change. */
export function AccountFields({ values, owners }: AccountFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="name" label="Name" className="sm:col-span-2">
        <TextInput defaultValue={values.name} autoComplete="off" />
      </Field>
      <Field name="ownerId" label="Owner" optional>
        <Select
          defaultValue={values.ownerId ?? ""}
          options={[
            { value: "", label: "Nobody" },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field name="industry" label="Industry" optional>
        <TextInput defaultValue={values.industry ?? ""} />
      </Field>
      <Field name="sizeBand" label="Size band" optional hint="People there, for example 50–200">
        <TextInput defaultValue={values.sizeBand ?? ""} />
      </Field>
      <Field name="country" label="Country" optional hint="Two letters, for example DK">
        <TextInput defaultValue={values.country ?? ""} maxLength={2} />
      </Field>
      <Field name="region" label="Region" optional>
        <TextInput defaultValue={values.region ?? ""} />
      </Field>
      <Field name="currency" label="Currency" hint="Three letters, for example DKK">
        <TextInput defaultValue={values.currency} maxLength={3} />
      </Field>
      <Field name="customerSince" label="Customer since" optional>
        <TextInput type="date" defaultValue={values.customerSince ?? ""} />
      </Field>
      <Field name="acquiredBy" label="Won by">
        <Select defaultValue={values.acquiredBy ?? "unknown"} options={ACQUIRED_BY_WORDS} />
      </Field>
    </div>
  );
}
