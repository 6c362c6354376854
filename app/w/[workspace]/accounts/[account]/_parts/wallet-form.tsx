import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { logWalletAction } from "../../follow-up-actions";

type WalletFormProps = { account: AccountDto; workspace: string };

const PROVENANCES = ["asked", "estimated"] as const;

/** What the account spends a year on what we sell, as a range. */
export function WalletForm({ account, workspace }: WalletFormProps) {
  const t = useTranslations("account.walletForm");
  const currency = account.facts.accountCurrency;
  return (
    <ActionForm action={logWalletAction} workspace={workspace} aria-label={t("title")}>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="currency" value={currency} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="productTypeId" label={t("of")}>
          <Select
            options={[
              { value: "", label: t("everything") },
              ...account.productTypeOptions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field name="yearlyLowMinor" label={t("from", { currency })}>
          <TextInput inputMode="decimal" />
        </Field>
        <Field name="yearlyHighMinor" label={t("to", { currency })}>
          <TextInput inputMode="decimal" />
        </Field>
        <Field name="provenance" label={t("how")}>
          <Select options={PROVENANCES.map((value) => ({ value, label: t(`ways.${value}`) }))} />
        </Field>
        <Field name="estimatedOn" label={t("when")}>
          <TextInput type="date" defaultValue={account.asOf} max={account.asOf} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
