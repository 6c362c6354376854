import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/layout/filter-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { listHeldAnswers } from "@/lib/surveys/answers/list-held-answers";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { HeldPersonCard } from "./held-person-card";
import { reasonOptions } from "./reason-options";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("answers"))("heldAnswers") };
}

type Query = { show?: string; reason?: string; page?: string };
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

function Nothing({ isDecided, isNarrowed }: { isDecided: boolean; isNarrowed: boolean }) {
  const t = useTranslations("answers.held");
  if (isNarrowed) return <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>;
  return (
    <EmptyState title={isDecided ? t("nobodyDecided") : t("emptyTitle")}>
      {isDecided ? null : t("empty")}
    </EmptyState>
  );
}

export default async function HeldAnswersPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("answers");
  const list = await orNotFound(listHeldAnswers({ ctx, input: query }));
  const path = `/w/${workspace}/answers/held`;
  const { people } = list.waiting;
  const isDecided = query.show === "decided";
  const place = { workspace, timeZone: ctx.workspace.timeZone, locale: ctx.locale };
  const kept = isDecided ? { show: "decided" } : {};
  const href = (page: number) =>
    `${path}?${new URLSearchParams({ ...kept, ...(query.reason ? { reason: query.reason } : {}), page: String(page) })}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title"), href: `/w/${workspace}/answers` },
          { label: t("heldAnswers") },
        ]}
        title={isDecided ? t("heldAnswers") : t("held.title", { people })}
        parts={t(isDecided ? "held.partsDecided" : "held.parts")}
      />
      <Tabs
        label={t("held.views")}
        tabs={[
          { label: t("held.waiting", { people }), href: path, isCurrent: !isDecided },
          { label: t("held.decided"), href: `${path}?show=decided`, isCurrent: isDecided },
        ]}
      />
      <div className="mb-4">
        <FilterBar
          action={path}
          kept={kept}
          selects={[reasonOptions(list, query.reason ?? "", ctx.locale)]}
        />
      </div>
      <div className="flex flex-col gap-3">
        {list.people.map((person) => (
          <HeldPersonCard key={person.invitationId} place={place} person={person} />
        ))}
      </div>
      {list.total === 0 ? (
        <Nothing isDecided={isDecided} isNarrowed={Boolean(query.reason)} />
      ) : null}
      {list.total > list.pageSize ? (
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={list.total}
          what={t("held.people")}
          href={href}
        />
      ) : null}
    </>
  );
}
