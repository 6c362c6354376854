"use client";

import { Button } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <div className="flex max-w-xl flex-col gap-4 py-10">
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
    </div>
  );
}
