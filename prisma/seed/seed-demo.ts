import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import type { Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { addMember } from "@/lib/workspaces/add-member";
import { createWorkspace } from "@/lib/workspaces/create-workspace";
import type { WorkspaceInput } from "@/lib/workspaces/workspace-input";
import { ADMIN_EMAIL } from "./company";
import { importSuperstore, type Log } from "./import-superstore";
import { seedStory } from "./seed-story";
import { createStorySegments } from "./story-segments";

type Member = { email: string; name: string; role: Role };
type DemoWorkspace = {
  input: WorkspaceInput;
  members: readonly Member[];
  fill: (ctx: Ctx, log: Log) => Promise<void>;
};
export type DemoLogin = { email: string; password: string; role: Role; workspace: string };

const JOB = "seed-demo";
/** Stated in the open: the demo's figures are made up, and nothing else lives in its database. */
const PASSWORD = "nordlys-demo-2026";

const NORDLYS: DemoWorkspace = {
  input: {
    name: "Nordlys Pumper",
    slug: "nordlys",
    currency: "DKK",
    timeZone: "Europe/Copenhagen",
    locale: "en",
    country: "DK",
    isDemo: true,
  },
  members: [
    { email: ADMIN_EMAIL, name: "Ida Winther", role: "admin" },
    { email: "mette.holm@nordlys.example", name: "Mette Holm", role: "account_manager" },
    { email: "karin.lehto@nordlys.example", name: "Karin Lehto", role: "account_manager" },
  ],
  fill: async (ctx, log) => {
    if (!(await hasAccounts(ctx))) {
      log("writing three years of customers, contracts, orders and answers");
      const { rows, accounts } = await seedStory({ ctx });
      log(`${accounts} accounts, ${rows} rows`);
    }
    await createStorySegments(ctx);
  },
};

const SUPERSTORE: DemoWorkspace = {
  input: {
    name: "Superstore",
    slug: "superstore",
    currency: "USD",
    timeZone: "America/New_York",
    locale: "en",
    country: "US",
    isDemo: true,
    figuresAsOf: "2017-12-31",
  },
  members: [{ email: "admin@superstore.example", name: "Dana Reed", role: "admin" }],
  fill: importSuperstore,
};

/** Creates and fills the demo workspaces; those that are finished already are left alone. */
export async function seedDemo({
  log,
  now = new Date(),
}: {
  log: Log;
  now?: Date;
}): Promise<{ logins: DemoLogin[] }> {
  const logins: DemoLogin[] = [];
  for (const demo of [NORDLYS, SUPERSTORE]) {
    const { name } = demo.input;
    await ensureFilled(demo, (line) => log(`${name}: ${line}`), now);
    logins.push(
      ...demo.members.map(({ email, role }) => ({
        email,
        password: PASSWORD,
        role,
        workspace: name,
      })),
    );
  }
  return { logins };
}

async function ensureFilled(demo: DemoWorkspace, log: Log, now: Date): Promise<void> {
  const { slug } = demo.input;
  const known = await db().workspace.findUnique({ where: { slug }, select: { id: true } });
  if (known === null) await createWorkspace({ input: demo.input, now });
  const ctx = await ctxForSystem(slug, JOB, now);
  if (await isFinished(ctx)) return log("is there already, left as it is");
  await demo.fill(ctx, log);
  log("computing the figures");
  await refreshFacts({ ctx });
  for (const member of demo.members) {
    await addMember({ ctx, input: { ...member, password: PASSWORD } });
  }
}

/** Members come last: an interrupted run is taken up again where it stopped. */
async function isFinished(ctx: Ctx): Promise<boolean> {
  const members = await db().userWorkspace.count({ where: { workspaceId: ctx.workspace.id } });
  return members > 0;
}

function hasAccounts(ctx: Ctx): Promise<boolean> {
  return withWorkspace(ctx, async (tx) => {
    const first = await tx.account.findFirst({
      where: { workspaceId: ctx.workspace.id },
      select: { id: true },
    });
    return first !== null;
  });
}
