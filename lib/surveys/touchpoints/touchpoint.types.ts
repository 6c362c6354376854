import type { FewAnswers } from "@/lib/metrics";
import type { TouchpointKind } from "./touchpoint-input";

/** Customers' answers of a year: the share on the two upper steps, or the answers where they are few. */
export type TouchpointScore = {
  /** Scales are never pooled: the one with the most answers. */
  question: "csat" | "ease";
  steps: number;
  lastOn: string;
} & (
  | { value: number; low: number; high: number; n: number; answers: null }
  | { value: null; low: null; high: null; n: number; answers: FewAnswers["answers"] }
);

/** What colleagues found, 1 to 5; apart from every customer's score. */
export type AuditFigure = { mean: number; n: number; lastOn: string };

export type TouchpointSummary = {
  id: string;
  name: string;
  kind: TouchpointKind;
  stage: string;
  owner: { id: string; name: string } | null;
  surveys: { id: string; name: string }[];
  /** People asked within the last 365 days, by mail or through a door. */
  asked: number;
  /** Of them, or through an import: a confirmed answer to the survey's question. */
  answered: number;
  /** Null: never asked, or nothing answered that is a score. */
  score: TouchpointScore | null;
  audit: AuditFigure | null;
};

export type AuditDto = {
  id: string;
  auditedOn: string;
  score: number;
  note: string | null;
  /** Null where nobody is known. */
  recordedBy: string | null;
  isWithdrawn: boolean;
  canWithdraw: boolean;
};

export type Colleague = { id: string; name: string };
