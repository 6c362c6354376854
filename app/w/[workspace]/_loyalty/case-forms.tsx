import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import {
  closeCaseAction,
  handOverCaseAction,
  reopenCaseAction,
} from "../accounts/follow-up-actions";

type CaseFormProps = {
  of: { id: string; kind: "complaint" | "case" };
  /** What it is about, for those who hear the form's name only. */
  name: string;
  workspace: string;
};

/** Opens to one field: what was done. Without script it is open to all who can press a summary. */
export function CloseCaseForm({ of, name, workspace }: CaseFormProps) {
  const t = useTranslations("account.cases");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer underline" aria-label={t("closeName", { name })}>
        {t("close")}
      </summary>
      <ActionForm
        action={closeCaseAction}
        workspace={workspace}
        aria-label={t("closeName", { name })}
        className="mt-2"
      >
        <input type="hidden" name="kind" value={of.kind} />
        <input type="hidden" name="caseId" value={of.id} />
        <div className="flex flex-wrap items-end gap-2">
          <Field name="note" label={t("done")} className="min-w-56 grow">
            <TextInput maxLength={500} />
          </Field>
          <SubmitButton kind="outline" pending={t("closing")}>
            {t("close")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

type HandOverProps = CaseFormProps & { colleagues: readonly { id: string; name: string }[] };

/** Opens to one field: to whom. */
export function HandOverCaseForm({ of, name, workspace, colleagues }: HandOverProps) {
  const t = useTranslations("account.cases");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer underline" aria-label={t("handOverName", { name })}>
        {t("handOver")}
      </summary>
      <ActionForm
        action={handOverCaseAction}
        workspace={workspace}
        aria-label={t("handOverName", { name })}
        className="mt-2"
      >
        <input type="hidden" name="caseId" value={of.id} />
        <div className="flex flex-wrap items-end gap-2">
          <Field name="ownerId" label={t("handTo")} className="min-w-44 grow">
            <Select options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <SubmitButton kind="outline" pending={t("handingOver")}>
            {t("handOver")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

export function ReopenCaseForm({ of, name, workspace }: CaseFormProps) {
  const t = useTranslations("account.cases");
  return (
    <ActionForm
      action={reopenCaseAction}
      workspace={workspace}
      aria-label={t("reopenName", { name })}
    >
      <input type="hidden" name="kind" value={of.kind} />
      <input type="hidden" name="caseId" value={of.id} />
      <div>
        <SubmitButton kind="secondary" size="small">
          {t("reopen")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
