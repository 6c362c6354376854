"use client";

import { useEffect } from "react";

type VisitMarkProps = { workspace: string; record: (workspace: string) => Promise<void> };

/** Tells that somebody really looks: a page that is only fetched ahead is no visit. */
export function VisitMark({ workspace, record }: VisitMarkProps) {
  useEffect(() => {
    // What fails here is told again with the next visit.
    record(workspace).catch(() => undefined);
  }, [workspace, record]);
  return null;
}
