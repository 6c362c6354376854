import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SelectionForm } from "./selection-form";
import { readSelection, type SearchParams } from "./selection-query";
import { SendForm } from "./send-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("asking.newWave"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export default async function NewWavePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("asking");
  const query = readSelection(await searchParams);
  const view = await orNotFound(previewWave({ ctx, input: query }));
  const hasPeople = view.selection !== null && view.selection.people.length > 0;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("waves.title"), href: `/w/${workspace}/waves` }]}
        title={t("newWave.title")}
        parts={t("newWave.parts")}
      />
      {view.surveys.length === 0 ? (
        <EmptyState
          title={t("newWave.noSurvey")}
          action={
            <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
              {t("waves.createSurvey")}
            </LinkButton>
          }
        />
      ) : (
        <div className="flex flex-col gap-4">
          <SelectionForm workspace={workspace} view={view} query={query} />
          {view.selection && hasPeople ? (
            <SendForm
              key={JSON.stringify(query)}
              workspace={workspace}
              locale={ctx.locale}
              view={view}
              selection={view.selection}
              query={query}
            />
          ) : null}
          {view.selection && !hasPeople ? (
            <EmptyState title={t("newWave.nobodyTitle")}>{t("newWave.nobody")}</EmptyState>
          ) : null}
        </div>
      )}
    </>
  );
}
