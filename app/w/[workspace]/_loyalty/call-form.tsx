import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { recordCallAction } from "../accounts/actions";

type CallFormProps = {
  workspace: string;
  contractId: string;
  label: string;
  call: { call: "safe" | "unsure" | "atRisk"; line: string } | null;
  /** Where the form stands: the way back. */
  backTo: { page: "renewals" | "account"; query: Record<string, string | undefined> };
  cancelHref: string;
};

const CALLS = ["safe", "unsure", "atRisk"] as const;

/** What the manager thinks of a renewal, in place. */
export function CallForm(props: CallFormProps) {
  const { workspace, contractId, label, call, backTo, cancelHref } = props;
  const t = useTranslations();
  return (
    <ActionForm
      action={recordCallAction}
      workspace={workspace}
      aria-label={label}
      className="gap-2 text-left"
    >
      <input type="hidden" name="contractId" value={contractId} />
      <input type="hidden" name="backTo" value={backTo.page} />
      {Object.entries(backTo.query).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Field name="call" label={t("renewals.call.label")}>
        <Select
          autoFocus
          defaultValue={call?.call ?? "unsure"}
          options={CALLS.map((value) => ({ value, label: t(`loyalty.calls.${value}`) }))}
        />
      </Field>
      <Field name="line" label={t("renewals.call.line")}>
        <TextInput maxLength={200} defaultValue={call?.line ?? ""} />
      </Field>
      <div className="flex gap-2">
        <SubmitButton pending={t("renewals.call.pending")}>
          {t("renewals.call.submit")}
        </SubmitButton>
        <Link href={cancelHref} scroll={false} className={buttonClass("quiet")}>
          {t("renewals.call.cancel")}
        </Link>
      </div>
    </ActionForm>
  );
}
