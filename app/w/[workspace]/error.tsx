"use client";

import { PageFailed, type PageFailure } from "@/components/layout/page-failed";
import { BUSY } from "@/lib/errors";

export default function ErrorPage(failure: PageFailure) {
  return (
    <div className="flex max-w-xl flex-col gap-4 py-10">
      <PageFailed {...failure} isBusy={failure.error.digest === BUSY} />
    </div>
  );
}
