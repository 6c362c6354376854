import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import { getNpsCounts } from "@/lib/loyalty/get-nps-counts";
import type { NpsCountsDto } from "@/lib/loyalty/nps-counts.types";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { NpsCounts } from "./nps-counts";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.nps");
  return { title: t("title") };
}

/** The period another tool reports, so that its number can be found; the address keeps it. */
function PeriodForm({ counts, action }: { counts: NpsCountsDto; action: string }) {
  const t = useTranslations("imports.nps");
  const { from, until, source, sources } = counts;
  const names = sources.map(({ name }) => name);
  const known = source === null || names.includes(source) ? names : [source, ...names];
  const options = known.map((value) => ({
    value,
    label: value === "survey" ? t("askedHere") : value,
  }));
  return (
    <form action={action} className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
      <Field name="from" label={t("from")}>
        <TextInput type="date" defaultValue={from} />
      </Field>
      <Field name="until" label={t("until")}>
        <TextInput type="date" defaultValue={until} />
      </Field>
      <Field name="source" label={t("source")} className="min-w-44">
        <Select
          options={[{ value: "", label: t("allSources") }, ...options]}
          defaultValue={source ?? ""}
        />
      </Field>
      <Button type="submit" kind="secondary">
        {t("show")}
      </Button>
    </form>
  );
}

export default async function NpsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { from, until, source } = await readParams(searchParams);
  const ctx = await pageCtx(workspace);
  const counts = await orNotFound(getNpsCounts({ ctx, input: { from, until, source } }));
  const t = await getTranslations("imports");
  const home = `/w/${workspace}/imports`;
  return (
    <>
      <PageHeader
        title={t("nps.title")}
        parts={t("nps.intro")}
        crumbs={[{ label: t("title"), href: home }]}
      />
      <PeriodForm
        key={`${counts.from}${counts.until}${counts.source}`}
        counts={counts}
        action={`${home}/nps`}
      />
      <Card
        id="nps"
        className="max-w-4xl"
        title={t("nps.period", {
          from: formatDay(counts.from, ctx.locale),
          until: formatDay(counts.until, ctx.locale),
        })}
      >
        <NpsCounts counts={counts} locale={ctx.locale} />
      </Card>
    </>
  );
}
