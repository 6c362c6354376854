"use client";

import { PageFailed, type PageFailure } from "@/components/layout/page-failed";
import { BUSY } from "@/lib/errors";

export default function ErrorPage(failure: PageFailure) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-4 py-16">
      <PageFailed {...failure} isBusy={failure.error.digest === BUSY} />
    </main>
  );
}
