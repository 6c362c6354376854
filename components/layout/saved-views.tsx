"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Popover } from "@/components/ui/popover";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { ActionResult, ActionState } from "@/lib/actions/action-result";

export type SavedView = { id: string; name: string; address: string; canRemove: boolean };
type Action = (previous: ActionState<null>, formData: FormData) => Promise<ActionResult<null>>;

type SavedViewsProps = {
  id: string;
  workspace: string;
  views: readonly SavedView[];
  canShare: boolean;
  save: Action;
  remove: Action;
};

/** The page one is on, with its filters, as it is stored. */
function useAddress(workspace: string): string {
  const path = usePathname().replace(`/w/${workspace}/`, "");
  const query = useSearchParams().toString();
  return query === "" ? path : `${path}?${query}`;
}

function SaveForm({
  workspace,
  canShare,
  save,
}: Pick<SavedViewsProps, "workspace" | "canShare" | "save">) {
  const t = useTranslations("shell.views");
  const address = useAddress(workspace);
  return (
    <ActionForm action={save} workspace={workspace} success={t("saved")} aria-label={t("save")}>
      <p className="text-sm text-ink-2">{t("saveNote")}</p>
      <input type="hidden" name="address" value={address} />
      <Field name="name" label={t("name")} required>
        <TextInput maxLength={60} />
      </Field>
      {canShare ? <Checkbox name="isShared" label={t("shared")} /> : null}
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Removable({
  views,
  workspace,
  remove,
}: Pick<SavedViewsProps, "views" | "workspace" | "remove">) {
  const t = useTranslations("shell.views");
  const own = views.filter(({ canRemove }) => canRemove);
  if (own.length === 0) return null;
  return (
    <ul className="mt-5 border-t border-line pt-3">
      {own.map(({ id, name }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-1">
          <span className="min-w-0 truncate">{name}</span>
          <ActionForm action={remove} workspace={workspace} aria-label={t("removeOf", { name })}>
            <input type="hidden" name="viewId" value={id} />
            <SubmitButton kind="quiet" size="small">
              {t("remove")}
              <span className="sr-only"> {name}</span>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

/** Pages with their filters under names of one's own. */
export function SavedViews(props: SavedViewsProps) {
  const { id, workspace, views } = props;
  const t = useTranslations("shell.views");
  return (
    <nav aria-label={id.endsWith("side") ? t("title") : t("yours")} className="flex flex-col">
      <p className="mb-0.5 px-2.5 text-xs font-semibold text-ink-3">{t("title")}</p>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Link
              href={`/w/${workspace}/${view.address}`}
              className="block truncate rounded-control px-2.5 py-1 phone:py-2 text-ink-2 hover:bg-line/50 hover:text-ink"
            >
              {view.name}
            </Link>
          </li>
        ))}
      </ul>
      <Popover
        id={id}
        title={t("save")}
        trigger={t("save")}
        triggerClass="self-start rounded-control px-2.5 py-1.5 text-sm text-ink-3 underline hover:text-ink"
      >
        <SaveForm {...props} />
        <Removable {...props} />
      </Popover>
    </nav>
  );
}
