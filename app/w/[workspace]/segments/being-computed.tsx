import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { AutoRefresh } from "../imports/[batch]/auto-refresh";

/** What stands where figures will be; the page looks again by itself. */
export function BeingComputed({ href }: { href: string }) {
  const t = useTranslations("segments");
  return (
    <Notice>
      {t("beingComputed")} <AutoRefresh everyMs={5_000} href={href} label={t("lookAgain")} />
    </Notice>
  );
}
