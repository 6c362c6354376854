import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SeenValues } from "@/components/ui/seen-values";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { AccountFields } from "../../../_loyalty/account-fields";
import { withOwn } from "../../../_loyalty/with-own";
import { updateAccountAction } from "../../actions";

type EditAccountFormProps = { account: AccountDto; workspace: string };

export function EditAccountForm({ account, workspace }: EditAccountFormProps) {
  const t = useTranslations("account.form");
  const { facts, owner } = account;
  const { industry, sizeBand, country, region, customerSince, acquiredBy, decidesForSites } = facts;
  const values = {
    ...{ industry, sizeBand, country, region, customerSince, acquiredBy },
    name: account.name,
    currency: facts.accountCurrency,
    ownerId: owner?.id ?? null,
  };
  return (
    <ActionForm action={updateAccountAction} workspace={workspace} keepsValues>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="onAccountId" value={account.id} />
      <SeenValues values={{ ...values, decidesForSites }} />
      <AccountFields owners={withOwn(account.employees, owner)} values={values} />
      {facts.sites.length > 0 ? (
        <Field
          name="decidesForSites"
          label={t("whoDecides")}
          hint={t("whoDecidesHint")}
          className="max-w-md"
        >
          <Select
            defaultValue={decidesForSites ? "on" : ""}
            options={[
              { value: "", label: t("eachSite") },
              { value: "on", label: t("forSites") },
            ]}
          />
        </Field>
      ) : null}
      <div>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
