import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getPersonRights } from "@/lib/consent/get-person-rights";
import { dateIn } from "@/lib/format/calendar";
import { formatDay } from "@/lib/format/date";
import { accountPath, workspacePath } from "../../../../_loyalty/paths";
import { orNotFound } from "../../../../or-not-found";
import { pageCtx } from "../../../../page-ctx";
import { ConsentCard, HistoryCard } from "./consent-cards";
import { EraseCard, MailCard, RecordCard } from "./person-forms";

type Props = { params: Promise<{ workspace: string; account: string; contact: string }> };

const load = cache(async (workspace: string, contactId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, person: await orNotFound(getPersonRights({ ctx, input: { contactId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, contact } = await params;
  return { title: (await load(workspace, contact)).person.name };
}

export default async function PersonPage({ params }: Props) {
  const { workspace, contact } = await params;
  const { ctx, person } = await load(workspace, contact);
  const t = await getTranslations("account");
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  const day = (iso: string) => formatDay(iso, ctx.locale, today);
  const form = { person, workspace };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title.accounts"), href: workspacePath(workspace, "accounts") },
          { label: person.accountName, href: accountPath(workspace, person.accountId) },
          { label: person.name },
        ]}
        title={t("consent.pageTitle", { name: person.name })}
        parts={person.title}
      />
      <div className="flex flex-col gap-4">
        {person.isErased ? (
          <Notice title={t("erase.done")}>{t("erase.doneMeaning")}</Notice>
        ) : (
          <MailCard {...form} />
        )}
        <ConsentCard person={person} day={day} />
        {person.can.record ? <RecordCard {...form} today={today} /> : null}
        <HistoryCard person={person} day={day} />
        {person.can.erase || person.eraseOn ? <EraseCard {...form} day={day} /> : null}
      </div>
    </>
  );
}
