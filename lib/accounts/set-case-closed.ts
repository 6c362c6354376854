import type { Tx } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { dateColumn } from "@/lib/format/calendar";

export type CaseRef = { kind: "complaint" | "case"; caseId: string };
type Closed = { on: string; at: Date; note: string };

function refuse(closed: Closed | null): never {
  throw new AppError("CONFLICT", closed ? "This is closed already." : "This is open already.");
}

async function setComplaint(tx: Tx, key: { workspaceId: string; id: string }, to: Closed | null) {
  const found = await tx.complaint.findFirst({ where: key, select: { accountId: true } });
  if (!found) throw notFound("complaint");
  const { count } = await tx.complaint.updateMany({
    where: { ...key, solvedOn: to ? null : { not: null } },
    data: { solvedOn: to ? dateColumn(to.on) : null, closedNote: to?.note ?? null },
  });
  return count === 0 ? refuse(to) : found.accountId;
}

async function setCase(tx: Tx, key: { workspaceId: string; id: string }, to: Closed | null) {
  const found = await tx.caseFile.findFirst({ where: key, select: { accountId: true } });
  if (!found) throw notFound("case");
  const { count } = await tx.caseFile.updateMany({
    where: { ...key, closedAt: to ? null : { not: null } },
    data: { closedAt: to?.at ?? null, closedNote: to?.note ?? null },
  });
  return count === 0 ? refuse(to) : found.accountId;
}

/**
 * Closes a complaint or a case, or opens it again.
 * @returns the account it belongs to
 * @throws AppError NOT_FOUND; CONFLICT where it is so already
 */
export function setCaseClosed(
  tx: Tx,
  workspaceId: string,
  { kind, caseId }: CaseRef,
  closed: Closed | null,
): Promise<string> {
  const key = { workspaceId, id: caseId };
  return kind === "complaint" ? setComplaint(tx, key, closed) : setCase(tx, key, closed);
}
