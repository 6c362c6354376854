import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { nextTryMs, noteTry, onceSeen } from "./ask-again";

export type PageFailure = { error: Error & { digest?: string }; reset: () => void };

type PageFailedProps = PageFailure & {
  /** It passes by itself: nobody has to be told. */
  isBusy: boolean;
};

/** What an error boundary says, whatever frame stands around it. */
export function PageFailed({ error, reset, isBusy }: PageFailedProps) {
  const t = useTranslations("ui.failed");
  const router = useRouter();
  const { digest } = error;
  const stopWaiting = useRef(() => {});
  const tryAgain = useCallback(() => {
    stopWaiting.current();
    noteTry();
    // What failed was read on the server: it has to be asked again, or the same error comes back.
    startTransition(() => {
      router.refresh();
      reset();
    });
  }, [router, reset]);
  // Once for each failure: what comes of a try is waited for before the next.
  useEffect(() => {
    if (!isBusy) return;
    stopWaiting.current = onceSeen(nextTryMs(), tryAgain);
    return () => stopWaiting.current();
  }, [error, isBusy, tryAgain]);
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
