import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { listUnknownRoles } from "@/lib/loyalty/list-unknown-roles";
import type { UnknownRolesDto } from "@/lib/loyalty/unknown-roles.types";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { setRolesAction } from "./actions";
import { roleColumns } from "./role-columns";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };
type ListProps = { list: UnknownRolesDto; locale: string; workspace: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.roles");
  return { title: t("title") };
}

function Done({
  list,
  locale,
  set,
  before,
}: Pick<ListProps, "list" | "locale"> & { set: string | undefined; before: string | undefined }) {
  const t = useTranslations("account.roles");
  const count = Number(set);
  const share = before === undefined || before === "" ? Number.NaN : Number(before);
  if (!Number.isInteger(count) || set === undefined) return null;
  const isKnown = share >= 0 && share <= 1 && list.decidedShare !== null;
  return (
    <Notice kind="success" className="mb-4">
      {t("set", { count })}{" "}
      {isKnown
        ? t("beforeAfter", {
            before: formatPercent(share, locale, 1),
            after: formatPercent(list.decidedShare, locale, 1),
          })
        : null}
    </Notice>
  );
}

function List({ list, locale, workspace }: ListProps) {
  const t = useTranslations("account.roles");
  const table = (
    <DataTable
      caption={t("title")}
      rows={list.rows}
      rowKey={(row) => row.contactId}
      columns={roleColumns(list, { locale, workspace })}
      holdsFields
    />
  );
  if (!list.canSet) return table;
  return (
    <ActionForm action={setRolesAction} workspace={workspace} keepsValues>
      <input type="hidden" name="before" value={list.decidedShare ?? ""} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={t("saving")}>{t("confirmTicked")}</SubmitButton>
        <span className="text-sm text-ink-3">{t("tickedHint")}</span>
      </div>
      {table}
      <div>
        <SubmitButton pending={t("saving")}>{t("confirmTicked")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** For how much of the revenue a decision-maker is known, and would be with the guesses. */
function knownWords(list: ListProps["list"], locale: string): string {
  const t = staffWords(locale, "account");
  const now = formatPercent(list.decidedShare, locale, 1);
  const later = formatPercent(list.shareWithGuesses, locale, 1);
  return list.total === 0 || now === later
    ? t("roles.share", { now })
    : t("roles.shares", { now, later });
}

export default async function RolesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { page, set, before } = await readParams(searchParams);
  const ctx = await pageCtx(workspace);
  const { locale } = ctx;
  const list = await orNotFound(listUnknownRoles({ ctx, input: { page } }));
  const t = await getTranslations("account.roles");
  const home = `/w/${workspace}/accounts`;
  return (
    <>
      <PageHeader
        title={t("title")}
        parts={list.decidedShare === null ? undefined : knownWords(list, locale)}
        crumbs={[{ label: t("accounts"), href: home }]}
      />
      <Done list={list} locale={locale} set={set} before={before} />
      {list.total === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <Card id="roles" title={t("waiting", { count: list.total })} note={t("note")}>
          <List
            key={list.rows.map((row) => row.contactId).join()}
            list={list}
            locale={locale}
            workspace={workspace}
          />
          <Pagination
            page={list.page}
            pageSize={list.pageSize}
            total={list.total}
            what={t("people")}
            href={(to) => `${home}/roles?page=${to}`}
          />
        </Card>
      )}
    </>
  );
}
