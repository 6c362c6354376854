import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/metrics/definition-list";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MergePreviewDto } from "@/lib/accounts/merge/preview-merge";
import { accountPath } from "../../../_loyalty/paths";
import { mergeAccountsAction } from "./actions";

type ConfirmMergeProps = {
  kept: MergePreviewDto["kept"];
  merged: NonNullable<MergePreviewDto["merged"]>;
  workspace: string;
};

function partKey<Part extends string>(part: Part) {
  return part.replace(".", "_") as Part extends `${infer Table}.${infer Column}`
    ? `${Table}_${Column}`
    : never;
}

/** What moves, what stays as it is, and the button. */
export function ConfirmMerge({ kept, merged, workspace }: ConfirmMergeProps) {
  const t = useTranslations("account.merge");
  const moving = merged.parts.filter(({ count }) => count > 0);
  const path = accountPath(workspace, kept.id);
  return (
    <Card id="moves" title={t("moves", { merged: merged.name, kept: kept.name })}>
      {moving.length === 0 ? (
        <p className="text-ink-2">{t("nothingMoves")}</p>
      ) : (
        <DefinitionList
          rows={moving.map(({ part, count }) => ({
            term: t(`parts.${partKey(part)}`),
            description: t("rows", { count }),
          }))}
        />
      )}
      <div className="my-4 flex flex-col gap-2">
        {kept.currency === merged.currency ? null : (
          <Notice kind="warning">
            {t("currencies", { kept: kept.currency, merged: merged.currency })}
          </Notice>
        )}
        <p className="text-sm text-ink-2">
          {t("stays", {
            kept: kept.name,
            merged: merged.name,
            owner: kept.ownerName ?? t("nobody"),
          })}
        </p>
      </div>
      <ActionForm action={mergeAccountsAction} workspace={workspace} aria-label={t("title")}>
        <input type="hidden" name="keptId" value={kept.id} />
        <input type="hidden" name="mergedId" value={merged.id} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton kind="danger" pending={t("pending")}>
            {t("submit", { merged: merged.name, kept: kept.name })}
          </SubmitButton>
          <LinkButton kind="quiet" href={`${path}/merge`}>
            {t("another")}
          </LinkButton>
        </div>
      </ActionForm>
    </Card>
  );
}
