import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

const ASK = { value: "", label: "Choose" };
const NUMBERS = [
  ASK,
  { value: "point", label: "1,234.56 (point before decimals)" },
  { value: "comma", label: "1.234,56 or 1 234,56 (comma)" },
];
const DATES = [
  ASK,
  { value: "ymd", label: "2024-03-31 (year first)" },
  { value: "dmy", label: "31.03.2024 (day first)" },
  { value: "mdy", label: "03/31/2024 (month first)" },
];
const ENCODINGS = [
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1252", label: "Windows-1252 (Western)" },
  { value: "utf-16le", label: "UTF-16" },
];
const DELIMITERS = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Vertical bar" },
];

/** How the file writes its numbers, dates and letters. */
export function FileForm({ view }: { view: ImportMappingDto }) {
  const types = new Set(view.fields.map((field) => field.type));
  const { mapping } = view;
  return (
    <Card id="form" title="How the file is written">
      {view.encoding === "windows-1252" ? (
        <Notice kind="warning" className="mb-3">
          The file is not UTF-8, so it is read as Windows-1252. Check below that letters such as å,
          ä and ö look right.
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {types.has("number") ? (
          <Field name="numberFormat" label="Numbers" required>
            <Select options={NUMBERS} defaultValue={mapping.numberFormat ?? ""} />
          </Field>
        ) : null}
        {types.has("date") ? (
          <Field name="dateFormat" label="Dates" required>
            <Select options={DATES} defaultValue={mapping.dateFormat ?? ""} />
          </Field>
        ) : null}
        {view.fields.some((field) => field.key === "currency") ? (
          <Field name="currency" label="Currency" hint="For rows that name none." required>
            <TextInput defaultValue={mapping.currency} maxLength={3} autoComplete="off" />
          </Field>
        ) : (
          <input type="hidden" name="currency" value={mapping.currency} />
        )}
        <Field name="encoding" label="Letters">
          <Select options={ENCODINGS} defaultValue={view.encoding} />
        </Field>
        <Field name="delimiter" label="Columns are split by">
          <Select options={DELIMITERS} defaultValue={view.delimiter} />
        </Field>
      </div>
    </Card>
  );
}
