import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

const VALUES_SHOWN = 3;

function firstValues(view: ImportMappingDto, header: string | undefined): string {
  const position = header === undefined ? -1 : view.headers.indexOf(header);
  if (position < 0) return "";
  const values = view.preview.map((row) => (row.cells[position] ?? "").trim());
  const different = [...new Set(values.filter((value) => value !== ""))].slice(0, VALUES_SHOWN);
  return different.map((v) => (v.length > 40 ? `${v.slice(0, 40)}…` : v)).join(" · ");
}

function columnOptions(view: ImportMappingDto, none: string) {
  const named = view.headers.filter((header) => header !== "");
  return [{ value: "", label: none }, ...named.map((header) => ({ value: header, label: header }))];
}

function OneField({
  view,
  field,
}: {
  view: ImportMappingDto;
  field: ImportMappingDto["fields"][number];
}) {
  const t = useTranslations("imports.columns");
  const none = field.isRequired ? t("choose") : t("notInFile");
  const column = view.mapping.columns[field.key];
  const values = firstValues(view, column);
  return (
    <div className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0 md:grid-cols-[1fr_16rem_1fr] md:items-start">
      <div>
        <span className="font-semibold">{field.label}</span>
        {field.isRequired ? <span className="text-sm text-ink-2"> {t("required")}</span> : null}
        <p className="text-sm text-ink-3">{field.help}</p>
      </div>
      <Field name={`column.${field.key}`} label={field.label} hideLabel required={field.isRequired}>
        <Select options={columnOptions(view, none)} defaultValue={column ?? ""} />
      </Field>
      <p className="min-w-0 text-sm break-words text-ink-2 md:pt-2">{values}</p>
    </div>
  );
}

function Attributes({ view }: { view: ImportMappingDto }) {
  const t = useTranslations("imports.columns");
  const taken = new Set(Object.values(view.mapping.columns));
  const free = view.headers.filter((header) => header !== "" && !taken.has(header));
  if (!view.keepsAttributes || free.length === 0) return null;
  return (
    <fieldset className="mt-4 border-t border-line pt-3">
      <legend className="sr-only">{t("attributesLegend")}</legend>
      <p className="font-semibold">{t("attributes")}</p>
      <p className="text-sm text-ink-3">{t("attributesHint")}</p>
      <div className="mt-1 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {free.map((header) => (
          <Checkbox
            key={header}
            name="attributes[]"
            value={header}
            label={header}
            defaultChecked={view.mapping.attributes.includes(header)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Field by field: the column that holds it, with its first values. */
export function ColumnFields({ view }: { view: ImportMappingDto }) {
  const t = useTranslations("imports.columns");
  const createsAccounts = view.fields.some((field) => field.key === "accountName");
  return (
    <Card id="fields" title={t("card")} note={t("note")}>
      <div>
        {view.fields.map((field) => (
          <OneField key={field.key} view={view} field={field} />
        ))}
      </div>
      {createsAccounts ? (
        <Checkbox
          name="createsAccounts"
          label={t("createsAccounts")}
          hint={t("createsAccountsHint")}
          defaultChecked={view.mapping.createsAccounts}
          className="mt-3 border-t border-line pt-3"
        />
      ) : null}
      <Attributes view={view} />
    </Card>
  );
}
