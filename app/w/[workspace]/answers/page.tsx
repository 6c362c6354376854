import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import type { InboxDto } from "@/lib/surveys/inbox/inbox.types";
import { listAnswers } from "@/lib/surveys/inbox/list-answers";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { pageCtx } from "../page-ctx";
import { DropsList } from "./drops-list";
import { InboxFilters } from "./inbox-filters";
import { InboxList } from "./inbox-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("answers"))("title") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

function Nothing({ inbox, workspace }: { inbox: InboxDto; workspace: string }) {
  const t = useTranslations("answers");
  const everything = workspacePath(workspace, "answers?whose=all&days=all");
  return inbox.hasAny ? (
    <EmptyState
      title={t("nothingTitle")}
      action={<LinkButton href={everything}>{t("showEverything")}</LinkButton>}
    >
      {t("nothing")}
    </EmptyState>
  ) : (
    <EmptyState
      title={t("noneTitle")}
      action={<LinkButton href={workspacePath(workspace, "waves")}>{t("askPeople")}</LinkButton>}
    >
      {t("none")}
    </EmptyState>
  );
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("answers");
  const query = await readParams(searchParams);
  const inbox = await listAnswers({ ctx, input: query });
  const path = workspacePath(workspace, "answers");
  const { currency, timeZone } = ctx.workspace;
  const as = { locale: ctx.locale, currency, asOf: ctx.asOf };
  const href = (after: string | null) => withQuery(path, { ...query, after });
  return (
    <>
      <PageHeader
        title={t("title")}
        parts={t("parts")}
        actions={
          can(ctx.actor, "response:review") ? (
            <LinkButton href={`${path}/held`}>{t("heldAnswers")}</LinkButton>
          ) : null
        }
      />
      <InboxFilters inbox={inbox} path={path} />
      <div className="mt-4">
        {inbox.entries.length + inbox.drops.length === 0 ? (
          <Nothing inbox={inbox} workspace={workspace} />
        ) : (
          <Card id="inbox">
            {inbox.drops.length > 0 ? (
              <DropsList inbox={inbox} workspace={workspace} as={as} />
            ) : null}
            <InboxList
              entries={inbox.entries}
              workspace={workspace}
              timeZone={timeZone}
              as={as}
              showsOwner={inbox.filter.whose === "all"}
            />
            <nav aria-label={t("pages")} className="mt-3 flex gap-2 empty:hidden">
              {inbox.filter.after ? (
                <LinkButton size="small" href={href(null)}>
                  {t("newest")}
                </LinkButton>
              ) : null}
              {inbox.next ? (
                <LinkButton size="small" rel="next" href={href(inbox.next)}>
                  {t("older")}
                </LinkButton>
              ) : null}
            </nav>
          </Card>
        )}
      </div>
    </>
  );
}
