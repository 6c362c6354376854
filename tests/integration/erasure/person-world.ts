import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addAccount, addSurvey, addWave, type World } from "../surveys/survey-world";

export const NAME = { first: "Rosalind", last: "Kvistgaard-Ø" };
export const EMAIL = "rosalind.kvistgaard@customer.example";
export const COMMENT = "The pump in hall 7 hums like a whale";
export const EXTERNAL_ID = "crm-4711-rosalind";

export type Person = { contactId: string; accountId: string; invitationId: string };

const WHO = `${NAME.first} ${NAME.last}`;

async function leaveTraces(world: World, person: Person): Promise<void> {
  const { workspaceId } = world;
  const { contactId, accountId, invitationId } = person;
  const now = new Date();
  const today = new Date("2026-11-20");
  const base = { workspaceId, id: newId() };
  await withWorkspace(world.system(), async (tx) => {
    await tx.contact.updateMany({
      where: { workspaceId, id: contactId },
      data: { title: `Head of pumps, ${WHO}`, language: "sv" },
    });
    await tx.mailOutbox.updateMany({
      where: { workspaceId, invitationId },
      data: { state: "sent", handedAt: now, finishedAt: now, messageId: "<x@y>" },
    });
    const { surveyId } = await tx.invitation.findFirstOrThrow({ where: { id: invitationId } });
    const answer = {
      workspaceId,
      invitationId,
      surveyId,
      contactId,
      accountId,
      scope: "relationship",
      class: "confirmed",
      answeredAt: now,
      answeredOn: today,
      evidence: { agent: EMAIL },
    };
    await tx.responseEvent.createMany({
      data: [
        { ...answer, id: newId(), question: "nps", valueNumber: 3, scale: "0-10" },
        { ...answer, id: newId(), question: "comment", comment: `${COMMENT}, says ${WHO}` },
      ],
    });
    await tx.answerHandling.create({
      data: { ...base, invitationId, note: `Called ${WHO}`, whatChanged: WHO, updatedAt: now },
    });
    await tx.invitationVisit.create({
      data: { ...base, invitationId, at: now, method: "GET", agentHash: "abc", choice: "3" },
    });
    await tx.touch.createMany({
      data: [
        { contactId, note: `${NAME.first} is ill`, nextStep: `Write to ${EMAIL}` },
        { contactId: null, note: `Met ${NAME.last}, ${NAME.first} and others`, nextStep: null },
      ].map((touch) => ({
        ...touch,
        workspaceId,
        id: newId(),
        accountId,
        kind: "call",
        isTwoWay: true,
        happenedOn: today,
        createdAt: now,
      })),
    });
    await tx.complaint.create({
      data: {
        ...base,
        accountId,
        contactId,
        subject: `${NAME.last} waits for a part`,
        body: `Says ${EMAIL}`,
        openedOn: today,
        createdAt: now,
      },
    });
    await tx.promise.create({
      data: {
        ...base,
        accountId,
        body: `Ring ${WHO}`,
        madeOn: today,
        dueOn: today,
        createdAt: now,
      },
    });
    await tx.caseFile.create({
      data: {
        ...base,
        accountId,
        signal: "answer",
        openedAt: now,
        dueOn: today,
        note: `About ${WHO}`,
      },
    });
    await tx.churnEvent.create({
      data: { ...base, accountId, kind: "shrunk", happenedOn: today, reason: WHO, createdAt: now },
    });
    await tx.account.updateMany({
      where: { workspaceId, id: accountId },
      data: {
        source: "csv",
        externalId: "A1",
        attributes: { contact: WHO, [EMAIL]: 1, list: [NAME.first, EMAIL, 7] },
      },
    });
    await tx.consent.create({
      data: {
        ...base,
        contactId,
        purpose: "survey",
        state: "granted",
        wording: `${WHO} agrees`,
        source: EMAIL,
        at: now,
      },
    });
    await tx.invitation.updateMany({
      where: { workspaceId, id: invitationId },
      data: { vetoReason: `${WHO} is busy`, askKey: EMAIL },
    });
  });
}

/** A person with a row in every corner where one can leave a trace, and a colleague beside. */
export async function addPerson(world: World): Promise<Person & { colleagueId: string }> {
  const { accountId, contactIds } = await addAccount(world, "Grenaa Havn", [
    { firstName: NAME.first, email: EMAIL },
    { firstName: "Lone" },
  ]);
  const [contactId = "", colleagueId = ""] = contactIds;
  await withWorkspace(world.system(), (tx) =>
    tx.contact.updateMany({
      where: { workspaceId: world.workspaceId, id: contactId },
      data: { lastName: NAME.last, source: "csv", externalId: EXTERNAL_ID },
    }),
  );
  const { invitations } = await addWave(world, await addSurvey(world), contactIds);
  const person = { accountId, contactId, invitationId: invitations.get(contactId) ?? "" };
  await leaveTraces(world, person);
  return { ...person, colleagueId };
}

/** A file with the person in a row that comes in and in one that is refused. */
export const PEOPLE_FILE = [
  "Contact id,Customer No,First name,Last name,E-mail",
  `${EXTERNAL_ID},A1,${NAME.first},${NAME.last},${EMAIL}`,
  `${EXTERNAL_ID}-2,nowhere,${NAME.first},${NAME.last},${EMAIL}`,
  "other-1,A1,Bo,Lund,bo@customer.example",
  "",
].join("\n");
