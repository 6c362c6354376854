"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Language } from "@/lib/i18n/languages";
import { PreviewPane } from "../_preview/preview-pane";
import { usePreview } from "../_preview/use-preview";
import { sendSurveyTestAction } from "../actions";

type Props = {
  workspace: string;
  surveyId: string;
  language: Language;
  /** Where a test goes; null for whoever may not send one. */
  testTo: string | null;
};

/** The stored survey as people of a language get it, and a test of it to oneself. */
export function SurveyPreview({ workspace, surveyId, language: first, testTo }: Props) {
  const t = useTranslations("surveys.preview");
  const [language, setLanguage] = useState(first);
  const fields = useMemo(() => ({ previewOf: surveyId }), [surveyId]);
  const preview = usePreview(workspace, fields, language);
  return (
    <PreviewPane preview={preview} language={language} onLanguage={setLanguage}>
      {testTo === null ? null : (
        <ActionForm
          action={sendSurveyTestAction}
          workspace={workspace}
          success={t("testDone")}
          keepsValues
          aria-label={t("testTitle")}
          className="mt-4 border-t border-line pt-3"
        >
          <input type="hidden" name="surveyId" value={surveyId} />
          <input type="hidden" name="language" value={language} />
          <p className="text-sm text-ink-2">{t("testNote")}</p>
          <div>
            <SubmitButton
              kind="secondary"
              pending={t("testPending")}
              className="min-w-0 wrap-anywhere whitespace-normal!"
            >
              {t("testButton", { email: testTo })}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </PreviewPane>
  );
}
