import { newId } from "@/lib/db/new-id";
import type { InWorkspace, Tx } from "@/lib/db/with-workspace";

/** What a mail server, a provider or a recipient's mailbox told about one mail. */
export type MailReport = {
  kind: "bounce" | "complaint" | "delivered";
  /** Of a bounce: it will not be delivered any more. */
  isFinal: boolean;
  /** Of a final bounce: there is no such mailbox, and there will be none tomorrow. */
  isAddressDead: boolean;
  /** Whom it was about, where the report says so; a mail may have been forwarded. */
  recipient: string | null;
  /** Codes only ("5.1.1"): a server's words may carry the address. */
  detail: string | null;
  /** Who told: smtp | webhook | mail. */
  source: "smtp" | "webhook" | "mail";
  /** The teller's own name of this report: told twice, it counts once. */
  externalId: string;
  at: Date;
};

/** @returns false when this report is known already. */
export async function keepMailReport(
  tx: Tx,
  { workspace }: InWorkspace,
  mailId: string,
  report: MailReport,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO mail_event (workspace_id, id, mail_id, kind, is_permanent, detail, source,
      external_id, at)
    VALUES (${workspace.id}::uuid, ${newId()}::uuid, ${mailId}::uuid, ${report.kind},
      ${report.isFinal}, ${report.detail}, ${report.source}, ${report.externalId}, ${report.at})
    ON CONFLICT (workspace_id, source, external_id) DO NOTHING RETURNING id`;
  return rows.length > 0;
}
