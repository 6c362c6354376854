import { dateIn, isoDate } from "@/lib/format/calendar";
import type { Actor } from "./permissions";

export type WorkspaceInfo = {
  id: string;
  slug: string;
  name: string;
  /** ISO 4217; every figure of the workspace is in it. */
  currency: string;
  timeZone: string;
  locale: string;
  country: string | null;
  /** Figures stand as of this date instead of today. */
  figuresAsOf: string | null;
  isDemo: boolean;
};

/** Who acts, where and when. Nothing below reads the clock. */
export type Ctx = {
  actor: Actor;
  workspace: WorkspaceInfo;
  now: Date;
  /** Figures are at the close of this date ('YYYY-MM-DD'). */
  asOf: string;
  /** Language of the reader. */
  locale: string;
};

export function makeCtx(parts: {
  actor: Actor;
  workspace: WorkspaceInfo;
  now: Date;
  locale?: string;
}): Ctx {
  const { actor, workspace, now } = parts;
  return {
    actor,
    workspace,
    now,
    asOf: workspace.figuresAsOf ?? dateIn(workspace.timeZone, now),
    locale: parts.locale ?? workspace.locale,
  };
}

/** Columns of `workspace` that make a `WorkspaceInfo`. */
export const WORKSPACE_COLUMNS = {
  id: true,
  slug: true,
  name: true,
  currency: true,
  timeZone: true,
  locale: true,
  country: true,
  figuresAsOf: true,
  isDemo: true,
} as const;

export function toWorkspaceInfo(
  row: Omit<WorkspaceInfo, "figuresAsOf"> & { figuresAsOf: Date | null },
): WorkspaceInfo {
  return { ...row, figuresAsOf: row.figuresAsOf ? isoDate(row.figuresAsOf) : null };
}
