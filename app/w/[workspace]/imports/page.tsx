import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { listImports } from "@/lib/imports/list-imports";
import { pageCtx } from "../page-ctx";
import { ImportTable } from "./import-table";
import { momentText } from "./moment-text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ page?: string; via?: string }>;
};

export default async function ImportsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const list = await listImports({ ctx, input: await searchParams });
  const t = await getTranslations("imports");
  const home = `/w/${workspace}/imports`;
  const upload = list.canImport ? (
    <LinkButton kind="primary" href={`${home}/new`}>
      {t("upload")}
    </LinkButton>
  ) : null;
  const { timeZone } = ctx.workspace;
  const tabs = (["file", "api"] as const).map((via) => ({
    label: t(`via.${via}`),
    href: via === "file" ? home : `${home}?via=api`,
    isCurrent: via === list.via,
  }));
  return (
    <>
      <PageHeader title={t("title")} parts={t("intro")} actions={list.total > 0 ? upload : null} />
      {list.hasApi ? <Tabs label={t("title")} tabs={tabs} /> : null}
      {list.total === 0 ? (
        <EmptyState title={t("none")} action={upload}>
          {t("noneNext")}
        </EmptyState>
      ) : (
        <Card>
          <ImportTable
            home={home}
            locale={ctx.locale}
            imports={list.imports}
            moment={(instant) => momentText(instant, timeZone, ctx.locale)}
          />
          {list.total > list.pageSize ? (
            <Pagination
              page={list.page}
              pageSize={list.pageSize}
              total={list.total}
              what={t("pages")}
              href={(page) => `${home}?via=${list.via}&page=${page}`}
            />
          ) : null}
        </Card>
      )}
    </>
  );
}
