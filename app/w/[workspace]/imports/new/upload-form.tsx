"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { NewImportDto } from "@/lib/imports/get-new-import";
import { sendFile } from "./send-file";
import type { UploadSentences } from "./upload-problem";

type Problem = { message: string; fieldErrors: Record<string, string> };

type UploadFormProps = {
  workspace: string;
  view: NewImportDto;
  kind: string;
  sentences: UploadSentences;
  /** From a form that was sent without script. */
  problem: { field: string; message: string } | null;
};

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** Posts to the handler by itself; with script it shows how far the upload is. */
export function UploadForm({ workspace, view, kind, sentences, problem }: UploadFormProps) {
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
      aria-label="Import a file"
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
          legend="What does the file hold?"
          defaultValue={kind}
          options={view.kinds.map(({ name, label, about, required }) => ({
            value: name,
            label,
            hint: `${about} Needs: ${required.join(", ").toLowerCase()}.`,
          }))}
        />
        <Field
          name="source"
          label="Where does it come from?"
          hint="Rows are known again by this name and their id. Use the same name for files from the same system."
        >
          <TextInput
            defaultValue="csv"
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
        <Field
          name="file"
          label="File"
          hint="CSV with the names of the columns in its first row; comma, semicolon or tab; UTF-8 or Windows-1252."
          required
        >
          <TextInput type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" className="py-1" />
        </Field>
        {sending ? (
          <Progress
            label={sending.ratio < 1 ? "Uploading" : "Reading the file"}
            ratio={sending.ratio < 1 ? sending.ratio : null}
            note={`${megabytes(sending.ratio * sending.bytes)} of ${megabytes(sending.bytes)}`}
          />
        ) : null}
        <div>
          <SubmitButton pending="Uploading…">Upload</SubmitButton>
        </div>
      </FormContext>
    </form>
  );
}
