import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { acceptInvitation } from "@/lib/workspaces/accept-invitation";
import { inviteMember } from "@/lib/workspaces/invite-member";
import { sendResetMail } from "@/lib/workspaces/request-password-reset";
import { useTestDatabase } from "../../support/database";
import { joinWorld, linkInMail, type Person, tokenOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";
import { openMailTrap, type Trap } from "../surveys/mail-trap";

useTestDatabase();
let trap: Trap;
let world: World;
let admin: Person;
beforeAll(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
});
afterAll(() => trap.close());
beforeEach(async () => {
  trap.accepted.length = 0;
  world = await createWorld({ locale: "sv" });
  admin = await joinWorld(world, "admin");
});

async function sent() {
  await mailWork().run(await ctxForSystem({ id: world.workspace.id }, "test", new Date()));
  return trap.parsed();
}

async function speaks(person: Person, locale: string): Promise<void> {
  await world.in((tx) => tx.appUser.update({ where: { id: person.userId }, data: { locale } }));
}

test("a new password is mailed in the person's own language", async () => {
  await speaks(admin, "fi");
  await sendResetMail({ email: admin.email, now: new Date() });
  const [mail] = await sent();
  expect(mail?.subject).toBe("Valitse uusi salasana");
  expect(mail?.text).toMatch(/Linkki toimii kerran. Se vanhenee \d+\. \S+kuuta \d{4} klo .+ UTC\./);
  expect(mail?.html).toContain('<html lang="fi">');
});

test("who is no user yet is invited in the workspace's language, and begins with it", async () => {
  const input = { email: "ny@nordlys.example", name: "Nya Ny", role: "viewer" };
  await inviteMember({ ctx: admin.ctx, input });
  const token = tokenOf(await linkInMail(world, "member_invitation", input.email));
  const [mail] = await sent();
  expect(mail?.subject).toBe("Gå med i Nordlys på Holdfast");
  await acceptInvitation({
    input: { token, name: "Nya Ny", password: "a long and good sentence" },
    address: "192.0.2.1",
    now: new Date(),
  });
  const user = await world.in((tx) =>
    tx.appUser.findUniqueOrThrow({ where: { email: input.email }, select: { locale: true } }),
  );
  expect(user.locale).toBe("sv");
});

test("a user of another workspace is invited in the own language", async () => {
  const elsewhere = await joinWorld(await createWorld(), "viewer");
  await speaks(elsewhere, "nb");
  const input = { email: elsewhere.email, name: "Kari", role: "viewer" };
  await inviteMember({ ctx: admin.ctx, input });
  expect((await sent())[0]?.subject).toBe("Bli med i Nordlys på Holdfast");
});
