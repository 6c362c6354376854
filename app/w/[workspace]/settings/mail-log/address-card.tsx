import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { MailLogDto } from "@/lib/accounts/mail-log/get-mail-log";
import { replaceLogAddressAction } from "./actions";

type AddressCardProps = { log: MailLogDto; workspace: string };

function Replace({ workspace }: { workspace: string }) {
  const t = useTranslations("settings.mailLog");
  return (
    <ActionForm
      action={replaceLogAddressAction}
      workspace={workspace}
      success={t("replaced")}
      aria-label={t("replace")}
    >
      <div>
        <ConfirmButton
          label={t("replace")}
          question={t("replaceQuestion")}
          kind="secondary"
          size="small"
          name="confirm"
          value="yes"
        >
          <p>{t("replaceNote")}</p>
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

export function AddressCard({ log, workspace }: AddressCardProps) {
  const t = useTranslations("settings.mailLog");
  const steps = ["bcc", "forward", "known", "kept"] as const;
  return (
    <Card id="address" title={t("title")} note={t("note")}>
      {log.address ? (
        <code className="block rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-sm break-all select-all">
          {log.address}
        </code>
      ) : (
        <p className="text-ink-2">{log.takesMail ? t("viewersNot") : t("noIntake")}</p>
      )}
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 text-ink-2">
        {steps.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ul>
      {log.refused ? <p className="mt-3 text-sm text-ink-3">{t("refused", log.refused)}</p> : null}
      {log.canReplace && log.takesMail ? (
        <div className="mt-3">
          <Replace workspace={workspace} />
        </div>
      ) : null}
    </Card>
  );
}
