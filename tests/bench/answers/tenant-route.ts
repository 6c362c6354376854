import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readLinkToken } from "@/lib/mail/link-token";

// Copied into the measured app as well: the same single row, but in a table of a tenant, in the
// transaction every verb has.

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { workspaceId, invitationId } = readLinkToken((await params).token);
  const fields = await request.formData();
  await withWorkspace({ workspace: { id: workspaceId } }, (tx) =>
    tx.invitationVisit.create({
      data: {
        workspaceId,
        id: newId(),
        invitationId,
        at: new Date(),
        method: "POST",
        choice: String(fields.get("score")),
      },
      select: { id: true },
    }),
  );
  return new Response(null, { status: 303, headers: { Location: "/" } });
}
