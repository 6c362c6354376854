import { Button } from "@/components/ui/button";

export type PageFailure = { error: Error & { digest?: string }; reset: () => void };

/** What an error boundary says, whatever frame stands around it. */
export function PageFailed({ error, reset }: PageFailure) {
  return (
    <>
      <h1 className="text-title font-bold">This page could not be shown.</h1>
      <p className="text-ink-2">
        Nothing was lost. Try again; if it stays, tell whoever runs Holdfast for you
        {error.digest ? ` and give them the reference ${error.digest}` : ""}.
      </p>
      <div>
        <Button kind="primary" onClick={reset}>
          Try again
        </Button>
      </div>
    </>
  );
}
