"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useFormState } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Language } from "@/lib/i18n/languages";
import type { SurveyStart } from "@/lib/surveys/design/get-survey-editor";
import { LanguageField } from "../_preview/language-field";
import { PreviewPane } from "../_preview/preview-pane";
import { type PreviewFields, usePreview } from "../_preview/use-preview";
import { saveSurveyAction } from "../actions";
import { FollowUpFields } from "./follow-up-fields";
import { OwnWords } from "./own-words";
import { QuestionFields } from "./question-fields";
import { type Draft, readDraft } from "./read-draft";

type BuilderProps = {
  workspace: string;
  start: SurveyStart;
  touchpoints: string[];
  language: Language;
};

/** The whole form as it stands; the same fields are sent when it is saved. */
function fieldsOf(form: HTMLFormElement): PreviewFields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
}

function WholeFormError() {
  const { fieldErrors } = useFormState();
  const message = fieldErrors.options;
  return message ? <p className="text-sm text-danger">{message}</p> : null;
}

function Buttons({ workspace, start }: Pick<BuilderProps, "workspace" | "start">) {
  const t = useTranslations("surveys.builder");
  const path = `/w/${workspace}/surveys`;
  const isNew = start.surveyId === null;
  const save = start.isAsked ? t("saveVersion", { version: start.version + 1 }) : t("save");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SubmitButton pending={t("saving")}>{isNew ? t("create") : save}</SubmitButton>
      <LinkButton href={isNew ? path : `${path}/${start.surveyId}`}>{t("cancel")}</LinkButton>
    </div>
  );
}

export function SurveyBuilder({ workspace, start, touchpoints, language: first }: BuilderProps) {
  const t = useTranslations("surveys.builder");
  const [draft, setDraft] = useState<Draft>(start);
  const [fields, setFields] = useState<PreviewFields | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState(first);
  const preview = usePreview(workspace, fields, language);
  const shared = { start, draft };
  const standard = preview.shown?.standard ?? null;

  // Twice where a choice brings fields with it: they are read once they are there.
  function follow() {
    const form = root.current?.closest("form");
    if (!form) return;
    setDraft(readDraft(form));
    setFields(fieldsOf(form));
  }
  useEffect(follow, [draft.question, draft.scale, draft.scope, draft.followUps.length]);

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <ActionForm action={saveSurveyAction} workspace={workspace} keepsValues>
        <div ref={root} className="flex flex-col gap-4" onInput={follow}>
          {start.surveyId ? <input type="hidden" name="surveyId" value={start.surveyId} /> : null}
          <Card id="question" title={t("whatIsAsked")}>
            <div className="flex flex-col gap-4">
              <QuestionFields {...shared} touchpoints={touchpoints} />
            </div>
          </Card>
          <Card id="follow-ups" title={t("followUps")} note={t("followUpsNote")}>
            <FollowUpFields {...shared} />
          </Card>
          <Card
            id="own-words"
            title={t("ownWords")}
            note={t("ownWordsNote")}
            actions={<LanguageField language={language} onChange={setLanguage} />}
          >
            <OwnWords {...shared} language={language} standard={standard} />
            <WholeFormError />
            <noscript>
              <p className="mt-2 text-ink-2">{t("needsScript")}</p>
            </noscript>
          </Card>
          <Buttons workspace={workspace} start={start} />
        </div>
      </ActionForm>
      <PreviewPane preview={preview} language={language} onLanguage={setLanguage} isSticky />
    </div>
  );
}
