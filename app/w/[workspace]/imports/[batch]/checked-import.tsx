import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatCount } from "@/lib/format/count";
import { formatNumber } from "@/lib/format/number";
import type { ImportPageDto } from "@/lib/imports/get-import";
import type { ImportDto } from "@/lib/imports/load-import";
import { WORDS as W } from "./_words";
import { discardAction, startAction } from "./actions";
import { Counts } from "./counts";
import { ImportNotes } from "./import-notes";
import { TrialExamples } from "./trial-examples";

type Trial = NonNullable<ImportDto["trial"]>;
type CheckedProps = { view: ImportPageDto; workspace: string; home: string; locale: string };

function countsOf(trial: Trial) {
  return [
    { ...W.wouldBe.new, value: trial.rowsNew },
    { ...W.wouldBe.changed, value: trial.rowsChanged },
    { ...W.wouldBe.unchanged, value: trial.rowsUnchanged },
    { ...W.wouldBe.rejected, value: trial.rowsRejected },
  ];
}

function Decision({ view, workspace, home, locale }: CheckedProps & { view: ImportPageDto }) {
  const { trial, batchId } = view.import;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionForm action={startAction} workspace={workspace}>
        <input type="hidden" name="batchId" value={batchId} />
        {view.needsAccepting && trial ? (
          <Notice kind="warning" title={W.tooMuch}>
            <p>{W.tooMuchText(number(trial.rowsChanged), number(trial.rowsStored))}</p>
            <Checkbox name="acceptsChanges" label={W.accept} className="mt-1" />
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={W.startPending}>{W.start}</SubmitButton>
          <LinkButton href={`${home}/${batchId}/columns`}>{W.otherColumns}</LinkButton>
        </div>
      </ActionForm>
      <ActionForm action={discardAction} workspace={workspace}>
        <input type="hidden" name="batchId" value={batchId} />
        <ConfirmButton label={W.discard} question={W.discardQuestion}>
          {W.discardText}
        </ConfirmButton>
      </ActionForm>
    </div>
  );
}

/** What an import would do, before anybody has said that it may. */
export function CheckedImport(props: CheckedProps) {
  const { view, locale } = props;
  const { trial, notes, rowsTotal } = view.import;
  if (trial === null) return null;
  const rows = formatCount(rowsTotal ?? 0, "row", "rows", locale);
  return (
    <>
      <Card id="counts" title={W.readCard(rows)}>
        <Counts counts={countsOf(trial)} locale={locale} />
        <ImportNotes notes={notes} locale={locale} />
      </Card>
      {view.canImport ? <Decision {...props} /> : null}
      <TrialExamples trial={trial} locale={locale} />
    </>
  );
}
