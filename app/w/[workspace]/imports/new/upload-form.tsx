"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatNumber } from "@/lib/format/number";
import type { NewImportDto } from "@/lib/imports/get-new-import";
import { sendFile } from "./send-file";
import type { UploadSentences } from "./upload-problem";

type Problem = { message: string; fieldErrors: Record<string, string> };

type UploadFormProps = {
  workspace: string;
  view: NewImportDto;
  kind: string;
  source: string;
  sentences: UploadSentences;
  /** From a form that was sent without script. */
  problem: { field: string; message: string } | null;
};

function megabytes(bytes: number, locale: string): string {
  return formatNumber(bytes / 1_048_576, locale, 1);
}

/** Posts to the handler by itself; with script it shows how far the upload is. */
export function UploadForm({ workspace, view, kind, source, sentences, problem }: UploadFormProps) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState<{ ratio: number; bytes: number } | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(
    problem && { message: problem.message, fieldErrors: { [problem.field]: problem.message } },
  );
  const url = `/api/w/${encodeURIComponent(workspace)}/imports`;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (!(file instanceof File) || file.size === 0) {
      const isEmpty = file instanceof File && file.name !== "";
      const message = isEmpty ? sentences.emptyFile : sentences.noFile;
      setRefusal({ message: sentences.checkFields, fieldErrors: { file: message } });
      return;
    }
    setRefusal(null);
    setSending({ ratio: 0, bytes: file.size });
    const query = new URLSearchParams({
      kind: String(data.get("kind") ?? ""),
      source: String(data.get("source") ?? ""),
      name: file.name,
    });
    const sent = await sendFile(`${url}?${query}`, file, (ratio) =>
      setSending({ ratio, bytes: file.size }),
    );
    if (sent?.ok) return router.push(sent.page);
    setSending(null);
    setRefusal(sent ?? { message: sentences.brokenOff, fieldErrors: {} });
  }

  return (
    <form
      action={url}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      noValidate
      aria-label={t("upload")}
      className="flex flex-col gap-5"
    >
      <FormContext
        value={{
          isPending: sending !== null,
          values: null,
          fieldErrors: refusal?.fieldErrors ?? {},
        }}
      >
        {refusal ? <Notice kind="error">{refusal.message}</Notice> : null}
        <RadioGroup
          name="kind"
          legend={t("new.what")}
          defaultValue={kind}
          options={view.kinds.map(({ name, label, about, required }) => ({
            value: name,
            label,
            hint: t("new.aboutNeeds", { about, fields: required.join(", ").toLowerCase() }),
          }))}
        />
        <Field name="source" label={t("new.source")} hint={t("new.sourceHint")}>
          <TextInput
            defaultValue={source}
            list="import-sources"
            autoComplete="off"
            className="max-w-60"
          />
        </Field>
        <datalist id="import-sources">
          {view.sources.map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
        <Field name="file" label={t("new.file")} hint={t("new.fileHint")} required>
          <TextInput type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" className="py-1" />
        </Field>
        {sending ? (
          <Progress
            label={sending.ratio < 1 ? t("new.uploading") : t("new.reading")}
            ratio={sending.ratio < 1 ? sending.ratio : null}
            note={t("new.progress", {
              sent: megabytes(sending.ratio * sending.bytes, locale),
              all: megabytes(sending.bytes, locale),
            })}
          />
        ) : null}
        <div>
          <SubmitButton pending={t("new.sending")}>{t("new.send")}</SubmitButton>
        </div>
      </FormContext>
    </form>
  );
}
