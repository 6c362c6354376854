import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

const NUMBERS = ["point", "comma"] as const;
const DATES = ["ymd", "dmy", "mdy", "unix"] as const;
const TERM_ENDS = ["lastDay", "dayAfter"] as const;
const DELIMITERS = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

/** How the file writes its numbers, dates and letters. */
export function FileForm({ view }: { view: ImportMappingDto }) {
  const t = useTranslations("imports.form");
  const ask = { value: "", label: t("choose") };
  const encodings = [
    { value: "utf-8", label: "UTF-8" },
    { value: "windows-1252", label: t("western") },
    { value: "utf-16le", label: "UTF-16" },
  ];
  const types = new Set(view.fields.map((field) => field.type));
  const { mapping } = view;
  return (
    <Card id="form" title={t("title")}>
      {view.encoding === "windows-1252" ? (
        <Notice kind="warning" className="mb-3">
          {t("notUtf8")}
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {types.has("number") ? (
          <Field name="numberFormat" label={t("numbers")} required>
            <Select
              options={[ask, ...NUMBERS.map((value) => ({ value, label: t(value) }))]}
              defaultValue={mapping.numberFormat ?? ""}
            />
          </Field>
        ) : null}
        {types.has("date") ? (
          <Field name="dateFormat" label={t("dates")} required>
            <Select
              options={[ask, ...DATES.map((value) => ({ value, label: t(value) }))]}
              defaultValue={mapping.dateFormat ?? ""}
            />
          </Field>
        ) : null}
        {view.kind === "contracts" ? (
          <Field name="termEnd" label={t("termEnd")} hint={t("termEndHint")}>
            <Select
              options={[ask, ...TERM_ENDS.map((value) => ({ value, label: t(value) }))]}
              defaultValue={mapping.termEnd ?? ""}
            />
          </Field>
        ) : null}
        {view.fields.some((field) => field.key === "currency") ? (
          <Field name="currency" label={t("currency")} hint={t("currencyHint")} required>
            <TextInput defaultValue={mapping.currency} maxLength={3} autoComplete="off" />
          </Field>
        ) : (
          <input type="hidden" name="currency" value={mapping.currency} />
        )}
        <Field name="encoding" label={t("letters")}>
          <Select options={encodings} defaultValue={view.encoding} />
        </Field>
        <Field name="delimiter" label={t("delimiter")}>
          <Select
            options={DELIMITERS.map(([value, name]) => ({ value, label: t(`delimiters.${name}`) }))}
            defaultValue={view.delimiter}
          />
        </Field>
      </div>
    </Card>
  );
}
