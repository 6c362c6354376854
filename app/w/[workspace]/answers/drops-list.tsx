import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/format/date";
import { dropSentence } from "@/lib/loyalty/advantage/drop-sentence";
import type { InboxDto } from "@/lib/surveys/inbox/inbox.types";
import { withQuery, workspacePath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";
import { handleDropAction, reopenDropAction } from "./actions";

type Drop = InboxDto["drops"][number];
type DropsListProps = { inbox: InboxDto; workspace: string; as: ReadAs };

function Act({ drop, name, workspace }: { drop: Drop; name: string; workspace: string }) {
  const t = useTranslations("answers");
  const act = drop.handled ? "reopen" : "mark";
  return (
    <ActionForm
      action={drop.handled ? reopenDropAction : handleDropAction}
      workspace={workspace}
      aria-label={t(`drops.${act}Name`, { name })}
    >
      <input type="hidden" name="scopeId" value={drop.scopeId} />
      <div>
        <SubmitButton kind={drop.handled ? "secondary" : "outline"} size="small">
          {t(`handle.${act}`)}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Where customers surely think less of us beside their alternatives: told once, open until seen to. */
export function DropsList({ inbox, workspace, as }: DropsListProps) {
  const t = useTranslations("answers");
  return (
    <ul aria-label={t("drops.title")}>
      {inbox.drops.map((drop) => {
        const name = drop.segment?.name ?? t("drops.everyone");
        const href = withQuery(workspacePath(workspace, "drivers"), { segment: drop.segment?.id });
        return (
          <li
            key={drop.scopeId}
            data-row
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <Link
                  href={`${href}#advantage`}
                  className="font-semibold break-words hover:underline"
                >
                  {name}
                </Link>
                <Badge tone="warning">{t("drops.title")}</Badge>
                {drop.handled ? (
                  <span className="text-sm text-ink-3">
                    {drop.handled.by ? t("handledBy", { name: drop.handled.by }) : t("handled")}
                  </span>
                ) : null}
              </p>
              <p className="text-sm text-ink-2">
                {dropSentence(drop, as.locale)} · {formatDay(drop.on, as.locale, as.asOf)}
              </p>
            </div>
            {inbox.canAct ? <Act drop={drop} name={name} workspace={workspace} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
