import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";

const WHY = "Say why, for whoever reads it later.";

export const settingReasonSchema = z
  .string({ error: WHY })
  .trim()
  .min(1, WHY)
  .max(300, "Use at most 300 characters.");

/** Of the given fields those that were named: what a schema fills in by itself is no change. */
export function namedFields<Fields extends object>(given: Fields, input: unknown): Partial<Fields> {
  const named = Object.keys((input ?? {}) as object);
  return Object.fromEntries(
    Object.entries(given).filter(([key]) => named.includes(key)),
  ) as Partial<Fields>;
}

/** Names of the fields in which two versions differ. */
export function changedFields<Value extends object>(before: Value, after: Value): string[] {
  return (Object.keys(after) as (keyof Value & string)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

type NewVersion = {
  key: string;
  value: Prisma.InputJsonObject;
  /** ISO day from which it holds. */
  validFrom: string;
  reason: string;
};

/** Keeps a setting with its first day, author and reason; versions are never changed. */
export async function addSettingVersion(tx: Tx, ctx: Ctx, version: NewVersion): Promise<void> {
  const { actor, workspace, now } = ctx;
  await tx.settingVersion.create({
    data: {
      ...version,
      workspaceId: workspace.id,
      id: newId(),
      validFrom: dateColumn(version.validFrom),
      authorId: actor.type === "user" ? actor.userId : null,
      createdAt: now,
    },
    select: { id: true },
  });
}

/** What holds on a day: the latest version whose first day has come; undefined where none was made. */
export async function loadSettingValue(
  tx: Tx,
  workspaceId: string,
  key: string,
  today: string,
): Promise<unknown> {
  const version = await tx.settingVersion.findFirst({
    where: { workspaceId, key, validFrom: { lte: dateColumn(today) } },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { value: true },
  });
  return version?.value;
}

/** ISO day from which it held, who and why. */
export type SettingChangeDto = { validFrom: string; reason: string; authorName: string | null };

/** The last changes of a setting, the newest first. */
export function loadSettingHistory(
  tx: Tx,
  workspaceId: string,
  key: string,
  shown: number,
): Promise<SettingChangeDto[]> {
  return tx.$queryRaw<SettingChangeDto[]>`
    SELECT v.valid_from::text AS "validFrom", v.reason, u.name AS "authorName"
    FROM setting_version v LEFT JOIN app_user u ON u.id = v.author_id
    WHERE v.workspace_id = ${workspaceId}::uuid AND v.key = ${key}
    ORDER BY v.created_at DESC, v.id DESC LIMIT ${shown}`;
}
