import { z } from "zod";
import { AppError } from "@/lib/errors";
import { exposedBy, type Press } from "./judge-press";
import { isKnownScanner } from "./known-scanners";
import { MAX_EVENTS } from "./link-sql";
import type { PressedLink } from "./with-survey-link";
import type { Evidence, Writing } from "./write-answers";

/** What every press of a respondent carries besides its answer. */
export const pressSchema = z.object({
  /** A field no person sees; a machine may write any amount into it. */
  honeypot: z.string().default(""),
  /** The page's script saw a person's pointer, key or touch. */
  isTrusted: z.boolean().default(false),
  /** The request says it was made ahead of time. */
  isPrefetch: z.boolean().default(false),
  agent: z.string().max(1000).nullable().catch(null),
});
export type PressInput = z.infer<typeof pressSchema>;

/** @throws AppError GONE when the survey has closed. */
export function requireOpen(link: PressedLink): void {
  if (!link.isOpen) throw new AppError("GONE", "This survey has closed.");
  if (link.events.length >= MAX_EVENTS) {
    throw new AppError("RATE_LIMITED", "This link was used too often.");
  }
}

export function toPress(link: PressedLink, input: PressInput): Press {
  return {
    now: link.ctx.now,
    isTrusted: input.isTrusted,
    isStaff: link.isStaff,
    hasHoneypot: input.honeypot !== "",
    isPrefetch: input.isPrefetch,
    isScanner: isKnownScanner(input.agent),
  };
}

export function evidenceOf(link: PressedLink, isTrusted: boolean): Evidence {
  const { handedAt, openedChoices } = link.history;
  const skipped: Evidence["skipped"] = [];
  if (handedAt === null) skipped.push("hand_over");
  if (link.contactId === null) skipped.push("person");
  return {
    isTrusted,
    afterHandOver:
      handedAt === null
        ? null
        : Math.max(0, Math.floor((link.ctx.now.getTime() - handedAt.getTime()) / 1000)),
    linksOpened: openedChoices.length,
    skipped,
  };
}

/** The hidden field was filled in: a mark of its own, which also speaks against what came just before. */
export function trapOf(link: PressedLink, press: Press): Pick<Writing, "visitKind" | "withdrawn"> {
  if (!press.hasHoneypot || press.isStaff) return {};
  const scores = exposedBy({ kind: "honeypot", now: press.now }, link.history, link.settings);
  return { visitKind: "honeypot", withdrawn: { scores, reason: "honeypot" } };
}
