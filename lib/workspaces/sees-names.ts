import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadAskingSettings } from "./asking-settings";

/** Whether this reader may see who said what: where names are kept back, only admins do. */
export async function seesNames(tx: Tx, ctx: Ctx): Promise<boolean> {
  const { actor, workspace, now } = ctx;
  if (actor.type === "user" && actor.role === "admin") return true;
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
  return !settings.hidesNames;
}
