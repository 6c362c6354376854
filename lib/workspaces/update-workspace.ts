import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import { type Ctx, toWorkspaceInfo, WORKSPACE_COLUMNS, type WorkspaceInfo } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { hasMoney } from "./has-money";
import {
  countrySchema,
  currencySchema,
  localeSchema,
  nameSchema,
  optionalDateSchema,
  timeZoneSchema,
} from "./workspace-input";

const updateWorkspaceSchema = z.object({
  name: nameSchema,
  /** Missing where the page shows it locked. */
  currency: currencySchema.optional(),
  timeZone: timeZoneSchema,
  locale: localeSchema,
  country: z
    .preprocess((value) => (value === "" ? null : value), countrySchema.nullable())
    .default(null),
  figuresAsOf: optionalDateSchema.default(null),
});

type Changes = z.output<typeof updateWorkspaceSchema>;

async function checkCurrency(tx: Tx, ctx: Ctx, currency: string): Promise<void> {
  if (currency === ctx.workspace.currency || !(await hasMoney(tx, ctx.workspace.id))) return;
  throw invalidField(
    "currency",
    "The currency stays as it is: amounts are recorded already. Make a new workspace for another.",
  );
}

function checkAsOf(ctx: Ctx, figuresAsOf: string | null): void {
  if (figuresAsOf === null || figuresAsOf <= dateIn(ctx.workspace.timeZone, ctx.now)) return;
  throw invalidField("figuresAsOf", "Choose today or an earlier date, or leave it empty.");
}

/** The time zone decides the month of an answer, and so an account's facts. */
async function recomputeAll(tx: Tx, ctx: Ctx): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const accounts = await tx.account.findMany({ where: { workspaceId }, select: { id: true } });
  const ids = accounts.map((account) => account.id);
  await markFactsChanged(tx, workspaceId, ids, ctx.now);
}

function changedFields(before: WorkspaceInfo, after: WorkspaceInfo): string[] {
  const names = ["name", "currency", "timeZone", "locale", "country", "figuresAsOf"] as const;
  return names.filter((name) => before[name] !== after[name]);
}

async function store(tx: Tx, id: string, changes: Changes): Promise<WorkspaceInfo> {
  const { figuresAsOf, currency, ...values } = changes;
  const row = await tx.workspace.update({
    where: { id },
    data: {
      ...values,
      ...(currency === undefined ? {} : { currency }),
      figuresAsOf: figuresAsOf === null ? null : dateColumn(figuresAsOf),
    },
    select: WORKSPACE_COLUMNS,
  });
  return toWorkspaceInfo(row);
}

export async function updateWorkspace({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WorkspaceInfo> {
  requirePermission(ctx, "setting:write");
  const changes = updateWorkspaceSchema.parse(input);
  checkAsOf(ctx, changes.figuresAsOf);
  return withWorkspace(ctx, async (tx) => {
    if (changes.currency !== undefined) await checkCurrency(tx, ctx, changes.currency);
    const after = await store(tx, ctx.workspace.id, changes);
    const fields = changedFields(ctx.workspace, after);
    if (fields.includes("timeZone") || fields.includes("currency")) await recomputeAll(tx, ctx);
    await writeAudit(tx, ctx, {
      verb: "updateWorkspace",
      subjectType: "workspace",
      subjectId: after.id,
      fields,
    });
    return after;
  });
}
