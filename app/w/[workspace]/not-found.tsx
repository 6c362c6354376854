import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";

export default function NotFoundInWorkspace() {
  const t = useTranslations("public.notFound");
  return <PageHeader title={t("inWorkspace")} parts={t("inWorkspaceIntro")} />;
}
