import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DoorDto } from "@/lib/surveys/doors/get-door";
import { PHONE_PIXELS, PreviewFrame } from "../../../_preview/preview-frame";
import { CopyField } from "./copy-field";

function LanguageForm({ door }: { door: DoorDto }) {
  const t = useTranslations("surveys");
  return (
    <form method="get" className="flex items-end gap-2">
      <Field name="language" label={t("doors.language")} className="w-40">
        <Select
          defaultValue={door.language}
          options={door.languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
      </Field>
      <button type="submit" className={buttonClass()}>
        {t("doors.show")}
      </button>
    </form>
  );
}

/** As on the white of a mail, whatever the theme here. */
function onPaper(html: string): string {
  return `<!doctype html><body style="margin:12px;background:#fff">${html}</body>`;
}

/** The question with its answers as links, for mails that the company sends itself. */
export function SnippetCard({ door }: { door: DoorDto }) {
  const t = useTranslations("surveys.doors");
  const { snippet, language } = door;
  return (
    <Card
      id="snippet"
      title={t("snippet")}
      note={t("snippetNote")}
      actions={<LanguageForm door={door} />}
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="min-w-0">
          <p className="mb-1 text-sm font-semibold">{t("shown")}</p>
          <PreviewFrame html={onPaper(snippet.html)} title={t("shown")} width={PHONE_PIXELS} />
        </div>
        <div className="flex min-w-0 flex-col gap-3" key={language}>
          <CopyField label={t("html")} value={snippet.html} rows={5} />
          <CopyField label={t("text")} value={snippet.text} rows={5} />
        </div>
      </div>
    </Card>
  );
}
