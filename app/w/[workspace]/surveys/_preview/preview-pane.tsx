"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Card } from "@/components/ui/card";
import type { Language } from "@/lib/i18n/languages";
import { LanguageField } from "./language-field";
import { PHONE_PIXELS, PreviewFrame } from "./preview-frame";
import type { RenderedPreview } from "./render-preview";
import { Segments } from "./segments";
import type { Preview } from "./use-preview";

type View = "mail" | "text" | "question" | "thanks";
type Width = "phone" | "desktop";

const PIXELS: Record<Width, number> = { phone: PHONE_PIXELS, desktop: 700 };

function MailHead({ mail }: { mail: RenderedPreview["mail"] }) {
  const t = useTranslations("surveys.preview");
  return (
    <dl className="mb-2 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      <dt className="text-ink-2">{t("from")}</dt>
      <dd>{mail.from}</dd>
      <dt className="text-ink-2">{t("subject")}</dt>
      <dd className="font-semibold">{mail.subject}</dd>
    </dl>
  );
}

function Shown({ shown, view, width }: { shown: RenderedPreview; view: View; width: Width }) {
  const t = useTranslations("surveys.preview");
  const isMail = view === "mail" || view === "text";
  const html = { mail: shown.mail.html, question: shown.question, thanks: shown.thanks };
  return (
    <>
      {isMail ? <MailHead mail={shown.mail} /> : null}
      {view === "text" ? (
        <pre className="overflow-x-auto rounded-control border border-line bg-paper p-3 text-sm whitespace-pre-wrap">
          {shown.mail.text}
        </pre>
      ) : (
        <PreviewFrame html={html[view]} title={t(`frames.${view}`)} width={PIXELS[width]} />
      )}
    </>
  );
}

type PaneProps = {
  preview: Preview;
  language: Language;
  onLanguage: (language: Language) => void;
  isSticky?: boolean;
  /** Below the preview. */
  children?: ReactNode;
};

/** Mail, page and thank-you as the people of one language get them. */
export function PreviewPane(props: PaneProps) {
  const { preview, language, onLanguage, isSticky = false } = props;
  const t = useTranslations("surveys.preview");
  const [view, setView] = useState<View>("mail");
  const [width, setWidth] = useState<Width>("phone");
  const { shown, isWaiting, problem } = preview;
  const isOther = shown !== null && shown.language !== language && !isWaiting;
  const views = {
    mail: t("views.mail"),
    text: t("views.text"),
    question: t("views.question"),
    thanks: t("views.thanks"),
  };
  const widths = { phone: t("widths.phone"), desktop: t("widths.desktop") };
  return (
    <Card
      id="preview"
      title={t("title")}
      actions={<LanguageField language={language} onChange={onLanguage} />}
      {...(isSticky
        ? { className: "lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto" }
        : {})}
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <Segments legend={t("view")} options={views} value={view} onChange={setView} />
        <Segments legend={t("width")} options={widths} value={width} onChange={setWidth} />
      </div>
      <p role="status" className="min-h-5 text-sm text-ink-2">
        {problem ? t(problem) : isWaiting ? t("waiting") : ""}
        {isOther ? t("spoken", { asked: language, given: shown.language }) : ""}
      </p>
      {shown ? <Shown shown={shown} view={view} width={width} /> : null}
      <noscript>
        <p className="text-ink-2">{t("needsScript")}</p>
      </noscript>
      {props.children}
    </Card>
  );
}
