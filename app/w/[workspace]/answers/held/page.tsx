import type { Metadata } from "next";
import { FilterBar } from "@/components/layout/filter-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Tabs } from "@/components/ui/tabs";
import { listHeldAnswers } from "@/lib/surveys/answers/list-held-answers";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { LIST as W } from "./_words";
import { HeldPersonCard } from "./held-person-card";
import { reasonOptions } from "./reason-options";

export const metadata: Metadata = { title: W.name };

type Query = { show?: string; reason?: string; page?: string };
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

function Nothing({ isDecided, isNarrowed }: { isDecided: boolean; isNarrowed: boolean }) {
  if (isNarrowed) return <EmptyState title={W.noneTitle}>{W.none}</EmptyState>;
  return (
    <EmptyState title={isDecided ? W.nobodyDecided : W.emptyTitle}>
      {isDecided ? null : W.empty}
    </EmptyState>
  );
}

export default async function HeldAnswersPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const query = await searchParams;
  const ctx = await pageCtx(workspace);
  const list = await orNotFound(listHeldAnswers({ ctx, input: query }));
  const path = `/w/${workspace}/answers/held`;
  const isDecided = query.show === "decided";
  const place = { workspace, timeZone: ctx.workspace.timeZone, locale: ctx.locale };
  const kept = isDecided ? { show: "decided" } : {};
  const href = (page: number) =>
    `${path}?${new URLSearchParams({ ...kept, ...(query.reason ? { reason: query.reason } : {}), page: String(page) })}`;
  return (
    <>
      <PageHeader
        crumbs={[{ label: W.answers, href: `/w/${workspace}/answers` }, { label: W.name }]}
        title={isDecided ? W.name : W.title(list.waiting.people)}
        parts={W.parts}
      />
      <Tabs
        label={W.views}
        tabs={[
          { label: W.waiting(list.waiting.people), href: path, isCurrent: !isDecided },
          { label: W.decided, href: `${path}?show=decided`, isCurrent: isDecided },
        ]}
      />
      <div className="mb-4">
        <FilterBar action={path} kept={kept} selects={[reasonOptions(list, query.reason ?? "")]} />
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
          what={W.people}
          href={href}
        />
      ) : null}
    </>
  );
}
