import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listImports } from "@/lib/imports/list-imports";
import { pageCtx } from "../page-ctx";
import { ImportTable } from "./import-table";
import { momentText } from "./moment-text";

export const metadata: Metadata = { title: "Import data" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ page?: string }>;
};

export default async function ImportsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const list = await listImports({ ctx, input: { page: (await searchParams).page } });
  const home = `/w/${workspace}/imports`;
  const upload = list.canImport ? (
    <LinkButton kind="primary" href={`${home}/new`}>
      Import a file
    </LinkButton>
  ) : null;
  const { timeZone } = ctx.workspace;
  return (
    <>
      <PageHeader
        title="Import data"
        parts="Accounts, contacts and orders from CSV files. The same file twice changes nothing."
        actions={list.total > 0 ? upload : null}
      />
      {list.total === 0 ? (
        <EmptyState title="Nothing has been imported yet" action={upload}>
          Start with the accounts, then contacts and orders: those name the account they belong to.
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
              what="imports"
              href={(page) => `${home}?page=${page}`}
            />
          ) : null}
        </Card>
      )}
    </>
  );
}
