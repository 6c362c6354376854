import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import type { WaveTrouble } from "@/lib/surveys/mail/wave-trouble";
import { resumeWaveAction } from "../actions";
import { troubleWords } from "../wave-words";

type RestingNoticeProps = {
  workspace: string;
  waveId: string;
  trouble: WaveTrouble | null;
  canSend: boolean;
  locale: string;
};

/** A wave that paused by itself: why, and the way on for an admin. */
export function RestingNotice(props: RestingNoticeProps) {
  const { workspace, waveId, trouble, canSend, locale } = props;
  const t = useTranslations("asking.resting");
  return (
    <Notice kind="warning" title={t("title")}>
      <p>{trouble ? troubleWords(trouble, locale) : t("unknown")}</p>
      <p className="mt-1 text-ink-2">{t("advice")}</p>
      {canSend ? (
        <ActionForm
          action={resumeWaveAction}
          workspace={workspace}
          className="mt-3 items-start"
          aria-label={t("resume")}
        >
          <input type="hidden" name="waveId" value={waveId} />
          <ConfirmButton label={t("resume")} question={t("question")} kind="secondary">
            {t("meaning")}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Notice>
  );
}
