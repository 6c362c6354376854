import { readdirSync } from "node:fs";
import path from "node:path";
import type { Tx } from "@/lib/db/with-workspace";
import type { TestWorkspace } from "./workspace-factory";

const ROOT = path.join(process.cwd(), "app/w/[workspace]");

type FindId = (tx: Tx, workspaceId: string) => Promise<{ id: string } | null>;

const first = { orderBy: { id: "asc" }, select: { id: true } } as const;
const ACCOUNT = "Grenaa Havn";

/** Rows of a story workspace whose ids stand in the paths of pages. */
const PLACES: Readonly<Record<string, FindId>> = {
  account: (tx, workspaceId) =>
    tx.account.findFirst({ where: { workspaceId, name: ACCOUNT }, ...first }),
  contact: (tx, workspaceId) =>
    tx.contact.findFirst({ where: { workspaceId, account: { name: ACCOUNT } }, ...first }),
  answer: (tx, workspaceId) =>
    tx.responseEvent.findFirst({ where: { workspaceId, class: "confirmed" }, ...first }),
  segment: (tx, workspaceId) => tx.segment.findFirst({ where: { workspaceId }, ...first }),
  survey: (tx, workspaceId) => tx.survey.findFirst({ where: { workspaceId }, ...first }),
  touchpoint: (tx, workspaceId) => tx.touchpoint.findFirst({ where: { workspaceId }, ...first }),
  wave: (tx, workspaceId) => tx.wave.findFirst({ where: { workspaceId }, ...first }),
  door: (tx, workspaceId) => tx.surveyDoor.findFirst({ where: { workspaceId }, ...first }),
  batch: (tx, workspaceId) => tx.importBatch.findFirst({ where: { workspaceId }, ...first }),
};

/** Pages that an address shows another side of; the whole matrix looks at them. */
export const SIDES = [
  "accounts/[account]/review?for=share",
  "accounts/[account]?log=wallet",
  "answers/held?show=decided",
  "answers?whose=all",
  "asks?of=all",
  "compare?split=country&measure=netRevenueRetention",
  "overview?cuts=all&worklist=all&place=plane&attitudeTo=0.5",
  "retention?closes=month&split=country&by=gross",
  "settings/map?npsYesFrom=8",
];

/** Every page of the signed-in app, as its folders say: "accounts/[account]/review". */
export function staffRoutes(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx" && file !== "page.tsx")
    .map((file) => path.dirname(file))
    .filter((route) => route !== "settings" && !route.includes("[..."))
    .sort();
}

/** The address of a page in a workspace; null where no row of it is there. */
export async function addressOf(workspace: TestWorkspace, route: string): Promise<string | null> {
  let address = `/${route}`;
  for (const [place, name] of route.matchAll(/\[(\w+)\]/g)) {
    const find = PLACES[name ?? ""];
    if (!find) throw new Error(`say in tests/support/staff-pages.ts which row ${place} is`);
    const row = await workspace.world.in((tx) => find(tx, workspace.world.workspace.id));
    if (!row) return null;
    address = address.replace(place, row.id);
  }
  return address;
}
