import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { newId } from "@/lib/db/new-id";
import { ASKING_KEY } from "@/lib/workspaces/asking-settings";
import { createAccount, createContact, type DbRole } from "../../support/factories/accounts";
import {
  createAnswer,
  createInvitation,
  createSurvey,
  type SurveyRow,
} from "../../support/factories/answers";
import { joinWorld, type Person } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

export const TODAY = new Date().toISOString().slice(0, 10);

export type InboxWorld = {
  world: World;
  admin: Person;
  /** Owns the account. */
  manager: Person;
  viewer: Person;
  account: { id: string; name: string };
  survey: SurveyRow;
  system(now?: Date): Promise<Ctx>;
};

export async function createInboxWorld(): Promise<InboxWorld> {
  const world = await createWorld({ asOf: TODAY });
  const [admin, manager, viewer] = [
    await joinWorld(world, "admin"),
    await joinWorld(world, "account_manager", { name: "Mette Holm" }),
    await joinWorld(world, "viewer"),
  ];
  const ownerId = manager.employeeId;
  const account = await createAccount(world, { name: "Grenaa Havn", ownerId });
  const survey = await createSurvey(world);
  const system = (now = new Date()) => ctxForSystem({ id: world.workspace.id }, "test", now);
  return { world, admin, manager, viewer, account, survey, system };
}

type Given = {
  value?: number;
  comment?: string;
  wantsContact?: boolean;
  role?: DbRole;
  firstName?: string;
  on?: string;
  accountId?: string;
  contact?: { id: string; accountId: string };
  class?: "confirmed" | "provisional" | "held";
};

/** A person of the account who was asked and answered. */
export async function answered(inbox: InboxWorld, given: Given = {}) {
  const { world, survey } = inbox;
  const {
    value = 9,
    role = "user",
    firstName = "Anne",
    on = TODAY,
    class: of = "confirmed",
  } = given;
  const accountId = given.accountId ?? inbox.account.id;
  const contact = given.contact ?? (await createContact(world, accountId, { role, firstName }));
  const { id: invitationId } = await createInvitation(world, survey, contact, { deliveredOn: on });
  const told = { on, invitationId, class: of };
  const { id } = await createAnswer(world, survey, contact, { ...told, value });
  if (given.comment) {
    const { comment } = given;
    await createAnswer(world, survey, contact, { ...told, question: "comment", comment });
  }
  if (given.wantsContact) {
    await world.in((tx) =>
      tx.responseEvent.create({
        data: {
          workspaceId: world.workspace.id,
          id: newId(),
          invitationId,
          surveyId: survey.id,
          contactId: contact.id,
          accountId,
          question: "contact_me",
          valueCode: "yes",
          scope: survey.scope,
          class: of,
          answeredAt: new Date(`${on}T12:00:00Z`),
          answeredOn: new Date(`${on}T00:00:00Z`),
        },
      }),
    );
  }
  return { id, invitationId, contact };
}

export async function hideNames({ world }: InboxWorld): Promise<void> {
  const rest = { validFrom: new Date("2020-01-01"), reason: "test", createdAt: new Date() };
  await world.in((tx) =>
    tx.settingVersion.create({
      data: {
        workspaceId: world.workspace.id,
        id: newId(),
        key: ASKING_KEY,
        value: { hidesNames: true },
        ...rest,
      },
    }),
  );
}
