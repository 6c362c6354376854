import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect } from "react";
import { Button } from "@/components/ui/button";

export type PageFailure = { error: Error & { digest?: string }; reset: () => void };

const AGAIN_MS = 5_000;

type PageFailedProps = PageFailure & {
  /** It passes by itself: nobody has to be told. */
  isBusy: boolean;
};

/** What an error boundary says, whatever frame stands around it. */
export function PageFailed({ error, reset, isBusy }: PageFailedProps) {
  const t = useTranslations("ui.failed");
  const router = useRouter();
  const { digest } = error;
  const tryAgain = useCallback(() => {
    // What failed was read on the server: it has to be asked again, or the same error comes back.
    startTransition(() => {
      router.refresh();
      reset();
    });
  }, [router, reset]);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(tryAgain, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isBusy, tryAgain]);
  const next = digest ? t("nextWithReference", { reference: digest }) : t("next");
  return (
    <>
      <h1 className="text-title font-bold">{t(isBusy ? "busy" : "title")}</h1>
      <p className="text-ink-2">{isBusy ? t("busyNext") : next}</p>
      <div>
        <Button kind="primary" onClick={tryAgain}>
          {t("again")}
        </Button>
      </div>
    </>
  );
}
