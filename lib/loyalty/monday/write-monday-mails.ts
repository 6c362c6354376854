import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dateColumn, dateIn, dayNumber, instantOf } from "@/lib/format/calendar";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { accountsOfLines, LINES_SHOWN, ownWorklist, worklistDto } from "../build-worklist";
import { unitsOfOwner } from "../load-filter";
import { foundWorklist } from "../load-worklist";
import { loadWorklistDetails } from "../load-worklist-details";
import { mondayLine } from "./monday-lines";

const AT = "07:30";

type Reader = { employeeId: string; locale: string };

/** Today, where it is a Monday and the hour has come; a Monday nobody was at work for has no mail. */
function mondayOf({ workspace, now }: Ctx): string | null {
  const today = dateIn(workspace.timeZone, now);
  if (workspace.figuresAsOf !== null || dateColumn(today).getUTCDay() !== 1) return null;
  return instantOf(workspace.timeZone, today, AT) <= now ? today : null;
}

/** Colleagues who can sign in, own an account, want the mail and have not had it today. */
function loadReaders(tx: Tx, workspaceId: string, monday: string): Promise<Reader[]> {
  return tx.$queryRaw<Reader[]>`
    SELECT e.id AS "employeeId", u.locale
    FROM employee e
    JOIN app_user u ON u.id = e.user_id AND u.disabled_at IS NULL
    JOIN user_workspace m ON m.user_id = e.user_id AND m.workspace_id = ${workspaceId}::uuid
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.left_on IS NULL AND e.monday_mail
      AND e.monday_mailed_on IS DISTINCT FROM ${monday}::date
      AND EXISTS (SELECT 1 FROM account a WHERE a.workspace_id = ${workspaceId}::uuid
        AND a.owner_id = e.id AND a.archived_at IS NULL)
    ORDER BY e.id`;
}

/** @returns whether this worker is the one that writes the reader's mail of today */
async function take(tx: Tx, workspaceId: string, { employeeId }: Reader, monday: string) {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE employee SET monday_mailed_on = ${monday}::date
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${employeeId}::uuid
      AND monday_mailed_on IS DISTINCT FROM ${monday}::date
    RETURNING id`;
  return taken.length > 0;
}

async function writeFor(tx: Tx, ctx: Ctx, facts: WorkspaceFacts, reader: Reader): Promise<void> {
  const found = foundWorklist(facts, dayNumber(ctx.asOf));
  const own = ownWorklist(found, unitsOfOwner(facts, reader.employeeId));
  if (own.lines.length === 0) return;
  const ids = accountsOfLines(found, own.lines.slice(0, LINES_SHOWN));
  // Nobody is named: a mail stays where erasing a person does not reach.
  const details = await loadWorklistDetails(tx, ctx, ids, false);
  const { groups, total } = worklistDto(found, own, details, LINES_SHOWN);
  const as = { locale: reader.locale, currency: ctx.workspace.currency, asOf: ctx.asOf };
  const lines = groups.flatMap((group) => group.lines.map((line) => mondayLine(line, as)));
  const { employeeId } = reader;
  await enqueueMail(tx, ctx, { kind: "monday", employeeId, payload: { lines, total } });
}

/** Writes the Monday mails that are due; whose worklist is empty gets none. @returns how many readers */
export async function writeMondayMails(ctx: Ctx): Promise<number> {
  const monday = mondayOf(ctx);
  if (monday === null) return 0;
  const { id } = ctx.workspace;
  const due = await withWorkspace(ctx, (tx) => loadReaders(tx, id, monday));
  if (due.length === 0) return 0;
  return withFacts(ctx, async (tx, facts) => {
    let written = 0;
    for (const reader of due) {
      if (!(await take(tx, id, reader, monday))) continue;
      await writeFor(tx, ctx, facts, reader);
      written += 1;
    }
    return written;
  });
}
