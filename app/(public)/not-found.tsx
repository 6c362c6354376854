import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { PageFrame } from "./page-frame";

export default function NotFoundBeforeTheApp() {
  const t = useTranslations("public.notFound");
  return (
    <PageFrame title={t("heading")} intro={t("intro")}>
      <LinkButton href="/">{t("start")}</LinkButton>
    </PageFrame>
  );
}
