import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { PageFrame } from "./page-frame";

type ExpiredLinkProps = { kind: "reset" | "invitation" };

/** Unknown, used, cancelled and expired links look the same: nothing is to be learned by trying. */
export function ExpiredLink({ kind }: ExpiredLinkProps) {
  const t = useTranslations("public.expired");
  return (
    <PageFrame title={t("title")} intro={t(kind)}>
      {kind === "reset" ? (
        <LinkButton kind="primary" href="/forgot-password">
          {t("newLink")}
        </LinkButton>
      ) : (
        <LinkButton href="/sign-in">{t("toSignIn")}</LinkButton>
      )}
    </PageFrame>
  );
}
