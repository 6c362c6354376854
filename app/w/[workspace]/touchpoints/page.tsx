import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import {
  getTouchpointMap,
  type TouchpointMapDto,
} from "@/lib/surveys/touchpoints/get-touchpoint-map";
import { pageCtx } from "../page-ctx";
import { TouchpointCard } from "./touchpoint-card";
import { headlineWords } from "./touchpoint-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("touchpoints.map"))("title") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ arrange?: string | string[] }>;
};
type Shown = { workspace: string; locale: string; asOf: string; isArranging: boolean };

function Actions({ workspace, isArranging }: Pick<Shown, "workspace" | "isArranging">) {
  const t = useTranslations("touchpoints.map");
  const path = `/w/${workspace}/touchpoints`;
  if (isArranging) return <LinkButton href={path}>{t("arrangeDone")}</LinkButton>;
  return (
    <>
      <LinkButton href={`${path}/stages`}>{t("stages")}</LinkButton>
      <LinkButton href={`${path}?arrange=1`}>{t("arrange")}</LinkButton>
      <LinkButton kind="primary" href={`${path}/new`}>
        {t("create")}
      </LinkButton>
    </>
  );
}

/** Stages side by side, one below the other on a phone. */
function Journey({ view, ...shown }: { view: TouchpointMapDto } & Shown) {
  const t = useTranslations("touchpoints.map");
  return (
    <ol className="grid gap-4 md:auto-cols-[minmax(13.5rem,1fr)] md:relative md:grid-flow-col md:overflow-x-auto md:pb-2">
      {view.stages.map((stage) => (
        <li key={stage.name} className="min-w-0">
          <h2 className="mb-2 border-b border-line pb-1 text-sm font-semibold text-ink-2">
            {stage.name}
          </h2>
          {stage.touchpoints.length === 0 ? (
            <p className="text-sm text-ink-3">{t("emptyStage")}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {stage.touchpoints.map((touchpoint) => (
                <TouchpointCard
                  key={touchpoint.id}
                  touchpoint={touchpoint}
                  canWrite={view.canWrite}
                  {...shown}
                />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Archived({ view, workspace }: { view: TouchpointMapDto; workspace: string }) {
  const t = useTranslations("touchpoints.map");
  if (view.archived.length === 0) return null;
  return (
    <p className="mt-6 text-sm text-ink-2">
      {t("archived")}{" "}
      {view.archived.map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 ? ", " : null}
          <Link href={`/w/${workspace}/touchpoints/${id}`} className="underline">
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}

export default async function TouchpointsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { arrange } = await searchParams;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("touchpoints.map");
  const view = await getTouchpointMap({ ctx });
  const asked = view.stages
    .flatMap((stage) => stage.touchpoints)
    .filter((touchpoint) => touchpoint.kind === "customer");
  const never = asked.filter((touchpoint) => touchpoint.asked + touchpoint.answered === 0);
  const isEmpty = view.stages.every((stage) => stage.touchpoints.length === 0);
  const isArranging = view.canWrite && arrange !== undefined;
  const actions = view.canWrite ? (
    <Actions workspace={workspace} isArranging={isArranging} />
  ) : null;
  return (
    <>
      <PageHeader
        title={headlineWords(asked.length, never.length, ctx.locale)}
        parts={t("parts")}
        actions={actions}
      />
      {isEmpty ? (
        <EmptyState title={t("empty")}>
          {view.canWrite ? t("emptyWrite") : t("emptyRead")}
        </EmptyState>
      ) : (
        <Journey
          view={view}
          workspace={workspace}
          locale={ctx.locale}
          asOf={ctx.asOf}
          isArranging={isArranging}
        />
      )}
      <Archived view={view} workspace={workspace} />
    </>
  );
}
