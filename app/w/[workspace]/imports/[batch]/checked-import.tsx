import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatNumber } from "@/lib/format/number";
import type { ImportPageDto } from "@/lib/imports/get-import";
import type { ImportDto } from "@/lib/imports/load-import";
import { discardAction, startAction } from "./actions";
import { Counts } from "./counts";
import { ImportNotes } from "./import-notes";
import { TrialExamples } from "./trial-examples";

type Trial = NonNullable<ImportDto["trial"]>;
type CheckedProps = { view: ImportPageDto; workspace: string; home: string; locale: string };

function TrialCounts({ trial, locale }: { trial: Trial; locale: string }) {
  const t = useTranslations("imports.counts");
  const counts = [
    { label: t("new"), hint: t("wouldNew"), value: trial.rowsNew },
    { label: t("changed"), hint: t("wouldChanged"), value: trial.rowsChanged },
    { label: t("unchanged"), hint: t("wouldUnchanged"), value: trial.rowsUnchanged },
    { label: t("rejected"), hint: t("wouldRejected"), value: trial.rowsRejected },
  ];
  return <Counts counts={counts} locale={locale} />;
}

/** Never counted twice: somebody says once what such rows are. */
function Invoices({ invoices }: { invoices: NonNullable<ImportPageDto["contractInvoices"]> }) {
  const t = useTranslations("imports.invoices");
  return (
    <RadioGroup
      name="contractInvoices"
      legend={t("legend", { count: invoices.rows })}
      hint={t("hint")}
      options={[
        { value: "contract", label: t("contract"), hint: t("contractHint") },
        { value: "own", label: t("own"), hint: t("ownHint") },
      ]}
      {...(invoices.before ? { defaultValue: invoices.before } : {})}
    />
  );
}

function Decision({ view, workspace, home, locale }: CheckedProps & { view: ImportPageDto }) {
  const t = useTranslations("imports");
  const { trial, batchId } = view.import;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionForm action={startAction} workspace={workspace}>
        <input type="hidden" name="batchId" value={batchId} />
        {view.needsAccepting && trial ? (
          <Notice kind="warning" title={t("decision.tooMuch")}>
            <p>
              {t("decision.tooMuchMeaning", {
                changed: number(trial.rowsChanged),
                stored: number(trial.rowsStored),
              })}
            </p>
            <Checkbox name="acceptsChanges" label={t("decision.accept")} className="mt-1" />
          </Notice>
        ) : null}
        {view.contractInvoices ? <Invoices invoices={view.contractInvoices} /> : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={t("columns.starting")}>{t("columns.start")}</SubmitButton>
          <LinkButton href={`${home}/${batchId}/columns`}>{t("decision.otherColumns")}</LinkButton>
        </div>
      </ActionForm>
      <ActionForm action={discardAction} workspace={workspace}>
        <input type="hidden" name="batchId" value={batchId} />
        <ConfirmButton label={t("columns.discard")} question={t("columns.discardQuestion")}>
          {t("columns.discardMeaning")}
        </ConfirmButton>
      </ActionForm>
    </div>
  );
}

/** What an import would do, before anybody has said that it may. */
export function CheckedImport(props: CheckedProps) {
  const { view, locale } = props;
  const { trial, notes, rowsTotal } = view.import;
  const t = useTranslations("imports.counts");
  if (trial === null) return null;
  return (
    <>
      <Card id="counts" title={t("checked", { count: rowsTotal ?? 0 })}>
        <TrialCounts trial={trial} locale={locale} />
        <ImportNotes notes={notes} />
      </Card>
      {view.canImport ? <Decision {...props} /> : null}
      <TrialExamples trial={trial} locale={locale} />
    </>
  );
}
