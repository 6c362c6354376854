import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { previewMerge } from "@/lib/accounts/merge/preview-merge";
import { accountPath, workspacePath } from "../../../_loyalty/paths";
import { readParams, type SearchParams } from "../../../_loyalty/search-params";
import { orNotFound } from "../../../or-not-found";
import { pageCtx } from "../../../page-ctx";
import { Candidates } from "./candidates";
import { ConfirmMerge } from "./confirm-merge";

type Props = {
  params: Promise<{ workspace: string; account: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.merge"))("title") };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { workspace, account } = await params;
  const ctx = await pageCtx(workspace);
  const { q, from } = await readParams(searchParams);
  const preview = await orNotFound(
    previewMerge({ ctx, input: { keptId: account, mergedId: from || undefined, search: q } }),
  );
  const t = await getTranslations("account.merge");
  const { kept, merged, candidates } = preview;
  const path = accountPath(workspace, kept.id);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("accounts"), href: workspacePath(workspace, "accounts") },
          { label: kept.name, href: path },
          { label: t("title") },
        ]}
        title={
          merged
            ? t("question", { merged: merged.name, kept: kept.name })
            : t("choose", { kept: kept.name })
        }
        parts={t("explain")}
      />
      {merged ? (
        <ConfirmMerge kept={kept} merged={merged} workspace={workspace} />
      ) : (
        <Card id="candidates" title={t("candidates")} note={q ? t("found") : t("sameName")}>
          <Candidates candidates={candidates} path={`${path}/merge`} search={q ?? ""} />
        </Card>
      )}
    </>
  );
}
