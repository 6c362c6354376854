import * as answer from "@/app/s/[token]/answer/route";
import * as details from "@/app/s/[token]/details/route";
import * as survey from "@/app/s/[token]/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addAccount, addSurvey, addWave, makeWorld, surveyToken, type World } from "./survey-world";

// A respondent as the handlers see one: requests to the routes of a link.

type Handler = (request: Request, context: { params: Promise<{ token: string }> }) => unknown;
type Init = RequestInit & { query?: string };

export async function call(handler: Handler, token: string, init: Init = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/x${init.query ?? ""}`, init);
  return (await handler(request, { params: Promise.resolve({ token }) })) as Response;
}

export function post(
  handler: Handler,
  token: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return call(handler, token, { method: "POST", body: new URLSearchParams(fields), headers });
}

export type Asked = {
  world: World;
  waveId: string;
  invitationId: string;
  accountId: string;
  token: string;
  visit(choice?: string, headers?: Record<string, string>): Promise<Response>;
  press(score: string, more?: Record<string, string>): Promise<Response>;
  details(fields: Record<string, string>): Promise<Response>;
};

/** One person asked, in a demo workspace (nothing is too fast there) unless said otherwise. */
export async function ask(
  fields: Record<string, unknown> = {},
  options: { isDemo?: boolean } = {},
): Promise<Asked> {
  const world = await makeWorld({ isDemo: options.isDemo ?? true });
  const { accountId, contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const surveyId = await addSurvey(world, fields);
  const { waveId, invitations } = await addWave(world, surveyId, contactIds);
  const invitationId = invitations.get(contactIds[0] ?? "") ?? "";
  const token = surveyToken(world, invitationId);
  return {
    world,
    waveId,
    invitationId,
    accountId,
    token,
    visit: (choice, headers = {}) =>
      call(survey.GET, token, { headers, ...(choice ? { query: `?c=${choice}` } : {}) }),
    press: (score, more = {}) => post(answer.POST, token, { score, ...more }),
    details: (given) => post(details.POST, token, given),
  };
}

/** The mail server took the mail so long ago; instead of waiting. */
export async function setHandedAt(asked: Asked, secondsAgo: number): Promise<void> {
  const { world, invitationId } = asked;
  await withWorkspace(world.system(), (tx) =>
    tx.invitation.updateMany({
      where: { workspaceId: world.workspaceId, id: invitationId },
      data: { handedAt: new Date(Date.now() - secondsAgo * 1000) },
    }),
  );
}

/** Moves all that has happened so far into the past; instead of waiting. */
export async function letPass(asked: Asked, seconds: number): Promise<void> {
  const { world, invitationId } = asked;
  await withWorkspace(world.system(), async (tx) => {
    await tx.$executeRaw`
      UPDATE response_event SET answered_at = answered_at - make_interval(secs => ${seconds})
      WHERE workspace_id = ${world.workspaceId}::uuid AND invitation_id = ${invitationId}::uuid`;
    await tx.$executeRaw`
      UPDATE invitation_visit SET at = at - make_interval(secs => ${seconds})
      WHERE workspace_id = ${world.workspaceId}::uuid AND invitation_id = ${invitationId}::uuid`;
    await tx.$executeRaw`
      UPDATE invitation SET handed_at = handed_at - make_interval(secs => ${seconds})
      WHERE workspace_id = ${world.workspaceId}::uuid AND id = ${invitationId}::uuid`;
  });
}

export async function eventsOf({ world, invitationId }: Asked) {
  return withWorkspace(world.system(), (tx) =>
    tx.responseEvent.findMany({
      where: { workspaceId: world.workspaceId, invitationId },
      orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
    }),
  );
}

/** [question, value, class, reason] of everything stored, earliest first. */
export async function scores(asked: Asked) {
  const rows = await eventsOf(asked);
  return rows.map((row) => [
    row.question,
    row.valueNumber ?? row.valueCode ?? row.comment,
    row.class,
    row.reason,
  ]);
}

export async function visitsOf({ world, invitationId }: Asked) {
  return withWorkspace(world.system(), (tx) =>
    tx.invitationVisit.findMany({
      where: { workspaceId: world.workspaceId, invitationId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  );
}
