import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export type PageFailure = { error: Error & { digest?: string }; reset: () => void };

/** What an error boundary says, whatever frame stands around it. */
export function PageFailed({ error, reset }: PageFailure) {
  const t = useTranslations("ui.failed");
  const { digest } = error;
  return (
    <>
      <h1 className="text-title font-bold">{t("title")}</h1>
      <p className="text-ink-2">
        {digest ? t("nextWithReference", { reference: digest }) : t("next")}
      </p>
      <div>
        <Button kind="primary" onClick={reset}>
          {t("again")}
        </Button>
      </div>
    </>
  );
}
