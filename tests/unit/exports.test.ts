import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { membershipRows } from "@/lib/exports/memberships-csv";
import { ALL_RECORDS } from "@/lib/exports/records/all-records";
import { NO_ID } from "@/lib/format/id-bytes";

/** Tables of a workspace of which no row leaves it, and why that loses nothing. */
const NOT_EXPORTED: Record<string, string> = {
  account_history: "computed from the rows",
  account_merge_part: "ids of rows that moved, for undoing a merge here",
  account_month: "computed from the rows",
  api_call: "answers kept some days, for calls that come twice",
  api_key: "a secret; whoever moves makes new ones",
  audit_entry: "who did what here; nothing that was typed",
  erasure_request: "about people who asked to be forgotten",
  facts_change: "work that waits",
  facts_state: "computed from the rows",
  import_batch: "how rows came in; the rows themselves are exported",
  import_change: "what an import changed, for undoing it here",
  import_chunk: "pieces of a file the customer has",
  import_created: "what an import made, for undoing it here",
  import_kept: "what an import left alone, for undoing it here",
  import_rejection: "rows of a file the customer has",
  inbox_state: "how far the worker has read",
  invitation_visit: "how pages were opened: evidence against machines, kept some weeks",
  logged_mail: "the touches made of mails are exported; the rest is addresses kept some weeks",
  logged_mail_refusal: "counts of mails refused",
  mail_event: "reports of mail servers; what they mean stands on the invitation",
  mail_outbox: "mails on their way",
  member_invitation: "links to join; members are colleagues",
  portfolio_visit: "when somebody last looked",
  recipient_domain: "learned of how mails are opened, and learned again",
  response_review: "the decision stands in the answer's class",
  suppression: "keyed hashes, of no use elsewhere; what people said stands in consents",
  webhook_delivery: "events on their way",
};

/** Columns that say nothing a person typed: our own bookkeeping, or told by another column. */
const BOOKKEEPING = new Set([
  "workspace_id",
  "ordinal",
  "import_batch_id",
  "created_at",
  "updated_at",
  "token_version",
  "erased_at",
]);
const TOLD_OTHERWISE: Record<string, string> = {
  "response_event.evidence": "what was measured of the press, for the judge",
  "response_event.answered_on": "the day of answered_at",
  "invitation.vetoed_by_id": "the account's owner, or an admin in the audit",
};

/** Of a user's own, or of the installation: lib/db/global-tables.ts. */
const GLOBAL = new Set(["user_workspace", "workspace_signal"]);

type Model = { name: string; table: string; columns: string[] };

/** Every model of the schema that belongs to a workspace, with its columns as the database calls them. */
function tenantModels(): Model[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, name = "", body = ""]) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
      const fields = [
        ...body.matchAll(
          /^ {2}(\w+) +(String|Int|BigInt|Float|Boolean|DateTime|Json|Bytes)\b.*$/gm,
        ),
      ];
      const columns = fields.map(
        ([line, field = ""]) => /@map\("(\w+)"\)/.exec(line)?.[1] ?? field,
      );
      const isTenant = columns.includes("workspace_id") && !GLOBAL.has(table);
      return isTenant ? [{ name, table, columns }] : [];
    },
  );
}

const configuration = readFileSync("lib/exports/load-configuration.ts", "utf8");
const statements = [
  ...Object.values(ALL_RECORDS).map(({ select }) =>
    select({ workspaceId: NO_ID, afterId: NO_ID, limit: 1, accountId: null }),
  ),
  membershipRows(NO_ID, { segmentId: NO_ID, accountId: NO_ID, from: "2026-01-01" }, 1),
].map(({ sql }) => sql.replace(/\s+/g, " "));

/** A contract is told with each of its terms. */
const TOLD_WITH: Record<string, string> = { contract: "contract_term" };

function statementOf(table: string): string | undefined {
  return statements.find((sql) => sql.includes(` FROM ${TOLD_WITH[table] ?? table} `));
}

const inConfiguration = ({ name }: Model) =>
  configuration.includes(`tx.${name.charAt(0).toLowerCase()}${name.slice(1)}.findMany`);

const models = tenantModels();

describe("everything of a workspace", () => {
  test.each(models)("$table is exported, or has a reason not to be", (model) => {
    const isExported = statementOf(model.table) !== undefined || inConfiguration(model);
    expect([model.table, isExported]).toEqual([model.table, !(model.table in NOT_EXPORTED)]);
  });

  test("that is named as staying here exists", () => {
    const tables = new Set(models.map(({ table }) => table));
    expect(Object.keys(NOT_EXPORTED).filter((table) => !tables.has(table))).toEqual([]);
  });

  test.each(models.filter(({ table }) => statementOf(table)))(
    "every column of $table is in its rows",
    ({ table, columns }) => {
      const sql = statementOf(table) ?? "";
      const missing = columns.filter(
        (column) =>
          !BOOKKEEPING.has(column) &&
          !(`${table}.${column}` in TOLD_OTHERWISE) &&
          !new RegExp(`\\.${column}\\b`).test(sql),
      );
      expect(missing).toEqual([]);
    },
  );
});
