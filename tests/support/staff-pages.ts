import { readdirSync } from "node:fs";
import path from "node:path";
import type { TestWorkspace } from "./workspace-factory";

const ROOT = path.join(process.cwd(), "app/w/[workspace]");

/** Ids that stand in the paths of pages, of rows that a story workspace has. */
const PLACES = {
  account: "SELECT id FROM account WHERE workspace_id = $1 AND name = 'Grenaa Havn'",
  contact: `SELECT c.id FROM contact c JOIN account a ON (a.workspace_id, a.id) = (c.workspace_id, c.account_id)
    WHERE c.workspace_id = $1 AND a.name = 'Grenaa Havn' ORDER BY c.id`,
  answer:
    "SELECT id FROM response_event WHERE workspace_id = $1 AND class = 'confirmed' ORDER BY id",
  segment: "SELECT id FROM segment WHERE workspace_id = $1 ORDER BY id",
  survey: "SELECT id FROM survey WHERE workspace_id = $1 ORDER BY id",
  touchpoint: "SELECT id FROM touchpoint WHERE workspace_id = $1 ORDER BY id",
  wave: "SELECT id FROM wave WHERE workspace_id = $1 ORDER BY id",
  door: "SELECT id FROM survey_door WHERE workspace_id = $1 ORDER BY id",
  batch: "SELECT id FROM import_batch WHERE workspace_id = $1 ORDER BY id",
} as const;

/** Pages that an address shows another side of; the whole matrix looks at them. */
export const SIDES = [
  "accounts/[account]/review?for=share",
  "accounts/[account]?log=wallet",
  "answers/held?show=decided",
  "answers?whose=all",
  "asks?of=all",
  "compare?split=country&measure=netRevenueRetention",
  "overview?cuts=all&worklist=all",
  "retention?closes=month&split=country&by=gross",
  "settings/map?npsYesFrom=8",
];

/** Every page of the signed-in app, as its folders say: "accounts/[account]/review". */
export function staffRoutes(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx" && file !== "page.tsx")
    .map((file) => path.dirname(file))
    .filter((route) => route !== "settings")
    .sort();
}

/** The address of a page in a workspace; null where no row of it is there. */
export async function addressOf(workspace: TestWorkspace, route: string): Promise<string | null> {
  let address = `/${route}`;
  for (const [place, name] of route.matchAll(/\[(\w+)\]/g)) {
    const sql = PLACES[name as keyof typeof PLACES];
    if (!sql) throw new Error(`say in tests/support/staff-pages.ts which row ${place} is`);
    const id = workspace.world.workspace.id;
    const [row] = await workspace.world.in((tx) =>
      tx.$queryRawUnsafe<{ id: string }[]>(`${sql} LIMIT 1`.replaceAll("$1", `'${id}'::uuid`)),
    );
    if (!row) return null;
    address = address.replace(place, row.id);
  }
  return address;
}
