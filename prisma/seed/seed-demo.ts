import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import type { Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { addMember } from "@/lib/workspaces/add-member";
import { createWorkspace } from "@/lib/workspaces/create-workspace";
import { ADMIN_EMAIL } from "./company";
import { seedStory } from "./seed-story";

type Log = (line: string) => void;
export type DemoLogin = { email: string; password: string; role: Role; workspace: string };

const JOB = "seed-demo";
/** Stated in the open: the demo's figures are made up, and nothing else lives in its database. */
const PASSWORD = "nordlys-demo-2026";

const NORDLYS = {
  name: "Nordlys Pumper",
  slug: "nordlys",
  currency: "DKK",
  timeZone: "Europe/Copenhagen",
  locale: "en",
  country: "DK",
  isDemo: true,
} as const;

const MEMBERS = [
  { email: ADMIN_EMAIL, name: "Ida Winther", role: "admin" },
  { email: "mette.holm@nordlys.example", name: "Mette Holm", role: "account_manager" },
  { email: "karin.lehto@nordlys.example", name: "Karin Lehto", role: "account_manager" },
] as const;

/** Creates the demo workspaces that are not there yet; those that are there are left alone. */
export async function seedDemo({
  log,
  now = new Date(),
}: {
  log: Log;
  now?: Date;
}): Promise<{ logins: DemoLogin[] }> {
  await ensure(NORDLYS.slug, log, () => seedNordlys(log, now));
  return {
    logins: MEMBERS.map(({ email, role }) => ({
      email,
      password: PASSWORD,
      role,
      workspace: NORDLYS.name,
    })),
  };
}

async function ensure(slug: string, log: Log, seed: () => Promise<void>): Promise<void> {
  const known = await db().workspace.findUnique({ where: { slug }, select: { name: true } });
  if (known) log(`${known.name} is there already: left as it is.`);
  else await seed();
}

async function seedNordlys(log: Log, now: Date): Promise<void> {
  log(`${NORDLYS.name}: writing three years of customers, orders and answers`);
  await createWorkspace({ input: NORDLYS, now });
  const ctx = await ctxForSystem(NORDLYS.slug, JOB, now);
  const { rows, accounts } = await seedStory({ ctx });
  log(`${NORDLYS.name}: ${accounts} accounts, ${rows} rows`);
  for (const member of MEMBERS) await addMember({ ctx, input: { ...member, password: PASSWORD } });
}
