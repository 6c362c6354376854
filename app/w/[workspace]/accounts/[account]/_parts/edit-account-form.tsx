import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { AccountFields } from "../../../_loyalty/account-fields";
import { updateAccountAction } from "../../actions";

type EditAccountFormProps = { account: AccountDto; workspace: string };

export function EditAccountForm({ account, workspace }: EditAccountFormProps) {
  const { facts, owner } = account;
  const { industry, sizeBand, country, region, customerSince, acquiredBy } = facts;
  return (
    <ActionForm action={updateAccountAction} workspace={workspace} keepsValues>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="onAccountId" value={account.id} />
      <AccountFields
        owners={account.employees}
        values={{
          ...{ industry, sizeBand, country, region, customerSince, acquiredBy },
          name: account.name,
          currency: facts.accountCurrency,
          ownerId: owner?.id ?? null,
        }}
      />
      {facts.sites.length > 0 ? (
        <Field
          name="decidesForSites"
          label="Who decides"
          hint="Where the parent decides, its sites’ contracts, orders and people are one dot."
          className="max-w-md"
        >
          <Select
            defaultValue={facts.decidesForSites ? "on" : ""}
            options={[
              { value: "", label: "Each site decides for itself" },
              { value: "on", label: "This account decides for its sites" },
            ]}
          />
        </Field>
      ) : null}
      <div>
        <SubmitButton pending="Saving">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
