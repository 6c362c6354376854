import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { WithoutFilters } from "@/components/layout/without-filters";
import { PageHeader } from "@/components/ui/page-header";

export default function NotFoundInWorkspace() {
  const t = useTranslations("public.notFound");
  return (
    <>
      <PageHeader title={t("inWorkspace")} parts={t("inWorkspaceIntro")} />
      <Suspense>
        <WithoutFilters label={t("withoutFilters")} />
      </Suspense>
    </>
  );
}
