"use client";

import { PageFailed, type PageFailure } from "@/components/layout/page-failed";

export default function ErrorPage(failure: PageFailure) {
  return (
    <div className="flex max-w-xl flex-col gap-4 py-10">
      <PageFailed {...failure} />
    </div>
  );
}
