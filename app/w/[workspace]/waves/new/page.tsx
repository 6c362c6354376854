import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SelectionForm } from "./selection-form";
import { readSelection, type SearchParams } from "./selection-query";
import { SendForm } from "./send-form";

export const metadata: Metadata = { title: "New wave" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export default async function NewWavePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const query = readSelection(await searchParams);
  const view = await orNotFound(previewWave({ ctx, input: query }));
  const hasPeople = view.selection !== null && view.selection.people.length > 0;
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Waves", href: `/w/${workspace}/waves` }]}
        title="New wave"
        parts="Choose who is asked, look at who would be skipped and why, then send."
      />
      {view.surveys.length === 0 ? (
        <EmptyState
          title="There is no survey to send"
          action={
            <LinkButton kind="primary" href={`/w/${workspace}/surveys`}>
              Create a survey
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
            <EmptyState title="Nobody matches">
              No contact of an account matches this choice. Change it above, or import contacts.
            </EmptyState>
          ) : null}
        </div>
      )}
    </>
  );
}
