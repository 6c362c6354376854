import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SeenValues } from "@/components/ui/seen-values";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { AccountDto, NegotiationDto } from "@/lib/loyalty/account-page.types";
import { saveNegotiationAction } from "../../follow-up-actions";

type NegotiationFormProps = {
  account: AccountDto;
  /** The one that goes on; null for a new one. */
  negotiation: NegotiationDto | null;
  workspace: string;
};

const OUTCOMES = ["open", "won", "lost"] as const;

function percent(ratio: number | null | undefined): string {
  return ratio === null || ratio === undefined ? "" : String(Number((ratio * 100).toFixed(2)));
}

function About({ account, negotiation }: Omit<NegotiationFormProps, "workspace">) {
  const t = useTranslations("account.negotiation");
  if (negotiation) {
    const { id, openedOn, closedOn, rounds, rival, outcome } = negotiation;
    const discountAskedRatio = negotiation.discountAsked;
    const discountGrantedRatio = negotiation.discountGranted;
    const values = {
      openedOn,
      closedOn,
      rounds,
      rival,
      outcome,
      discountAskedRatio,
      discountGrantedRatio,
    };
    return (
      <>
        <input type="hidden" name="negotiationId" value={id} />
        <SeenValues values={values} />
      </>
    );
  }
  return (
    <Field name="contractId" label={t("contract")} className="sm:col-span-3">
      <Select options={account.contracts.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  );
}

/** Rounds, discounts and the rival of a negotiation; asked and granted are shares of the list price. */
export function NegotiationForm({ account, negotiation, workspace }: NegotiationFormProps) {
  const t = useTranslations("account.negotiation");
  const { asOf } = account;
  return (
    <ActionForm action={saveNegotiationAction} workspace={workspace} aria-label={t("title")}>
      <input type="hidden" name="onAccountId" value={account.id} />
      <div className="grid gap-4 sm:grid-cols-3">
        <About account={account} negotiation={negotiation} />
        <Field name="openedOn" label={t("opened")}>
          <TextInput type="date" max={asOf} defaultValue={negotiation?.openedOn ?? asOf} />
        </Field>
        <Field name="outcome" label={t("stands")}>
          <Select
            defaultValue={negotiation?.outcome ?? "open"}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          />
        </Field>
        <Field name="closedOn" label={t("closed")} optional>
          <TextInput type="date" max={asOf} defaultValue={negotiation?.closedOn ?? ""} />
        </Field>
        <Field name="rounds" label={t("rounds")} optional>
          <TextInput inputMode="numeric" defaultValue={negotiation?.rounds ?? ""} />
        </Field>
        <Field name="discountAskedRatio" label={t("asked")} optional>
          <TextInput inputMode="decimal" defaultValue={percent(negotiation?.discountAsked)} />
        </Field>
        <Field name="discountGrantedRatio" label={t("granted")} optional>
          <TextInput inputMode="decimal" defaultValue={percent(negotiation?.discountGranted)} />
        </Field>
        <Field name="rival" label={t("rival")} optional>
          <TextInput maxLength={200} defaultValue={negotiation?.rival ?? ""} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
