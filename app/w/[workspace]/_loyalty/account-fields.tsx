import { useTranslations } from "next-intl";
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

const ACQUIRED_BY = ["unknown", "referral", "repeat_person", "inbound", "bought"] as const;

type AccountFieldsProps = { values: Partial<AccountValues>; owners: readonly OptionDto[] };

/** What is on file about an account; the same fields for a new one and for a change. */
export function AccountFields({ values, owners }: AccountFieldsProps) {
  const t = useTranslations("loyalty.fields");
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="name" label={t("name")} className="sm:col-span-2">
        <TextInput defaultValue={values.name} autoComplete="off" />
      </Field>
      <Field name="ownerId" label={t("owner")} optional>
        <Select
          defaultValue={values.ownerId ?? ""}
          options={[
            { value: "", label: t("nobody") },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field name="industry" label={t("industry")} optional>
        <TextInput defaultValue={values.industry ?? ""} />
      </Field>
      <Field name="sizeBand" label={t("sizeBand")} optional hint={t("sizeBandHint")}>
        <TextInput defaultValue={values.sizeBand ?? ""} />
      </Field>
      <Field name="country" label={t("country")} optional hint={t("countryHint")}>
        <TextInput defaultValue={values.country ?? ""} maxLength={2} />
      </Field>
      <Field name="region" label={t("region")} optional>
        <TextInput defaultValue={values.region ?? ""} />
      </Field>
      <Field name="currency" label={t("currency")} hint={t("currencyHint")}>
        <TextInput defaultValue={values.currency} maxLength={3} />
      </Field>
      <Field name="customerSince" label={t("customerSince")} optional>
        <TextInput type="date" defaultValue={values.customerSince ?? ""} />
      </Field>
      <Field name="acquiredBy" label={t("acquiredBy")}>
        <Select
          defaultValue={values.acquiredBy ?? "unknown"}
          options={ACQUIRED_BY.map((value) => ({ value, label: t(`acquired.${value}`) }))}
        />
      </Field>
    </div>
  );
}
