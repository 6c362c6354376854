import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import type { WaveTrouble } from "@/lib/surveys/mail/wave-trouble";
import { resumeWaveAction } from "../actions";
import { RESTING as W } from "./resting-words";

type RestingNoticeProps = {
  workspace: string;
  waveId: string;
  trouble: WaveTrouble | null;
  canSend: boolean;
};

/** A wave that paused by itself: why, and the way on for an admin. */
export function RestingNotice({ workspace, waveId, trouble, canSend }: RestingNoticeProps) {
  return (
    <Notice kind="warning" title={W.title}>
      <p>{trouble ? W.reason(trouble) : W.unknown}</p>
      <p className="mt-1 text-ink-2">{W.advice}</p>
      {canSend ? (
        <ActionForm
          action={resumeWaveAction}
          workspace={workspace}
          className="mt-3"
          aria-label={W.resume}
        >
          <input type="hidden" name="waveId" value={waveId} />
          <ConfirmButton label={W.resume} question={W.question} kind="secondary">
            {W.meaning}
          </ConfirmButton>
        </ActionForm>
      ) : null}
    </Notice>
  );
}
