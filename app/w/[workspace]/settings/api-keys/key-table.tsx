import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { API_SCOPES } from "@/lib/auth/api-key";
import type { ApiKeyRow } from "@/lib/workspaces/list-api-keys";
import { revokeApiKeyAction } from "./actions";
import { SCOPE_WORDS, WORDS } from "./api-key-words";

type KeyTableProps = {
  workspace: string;
  keys: readonly ApiKeyRow[];
  day: (instant: string) => string;
};

function mayOf({ scopes }: ApiKeyRow): string {
  const known = API_SCOPES.filter((scope) => scopes.includes(scope));
  return known.map((scope) => SCOPE_WORDS[scope].name).join(", ");
}

function Revoke({ row, workspace }: { row: ApiKeyRow; workspace: string }) {
  return (
    <ActionForm
      action={revokeApiKeyAction}
      workspace={workspace}
      className="text-left md:items-end"
      aria-label={`${WORDS.revoke} ${row.name}`}
    >
      <input type="hidden" name="apiKeyId" value={row.apiKeyId} />
      <ConfirmButton label={WORDS.revoke} question={WORDS.revokeQuestion(row.name)} size="small">
        <p>{WORDS.revokeNote}</p>
      </ConfirmButton>
    </ActionForm>
  );
}

export function KeyTable({ workspace, keys, day }: KeyTableProps) {
  const columns: Column<ApiKeyRow>[] = [
    {
      key: "name",
      header: WORDS.name,
      isName: true,
      cell: ({ name }) => <span className="font-semibold">{name}</span>,
    },
    { key: "may", header: WORDS.may, cell: mayOf },
    { key: "made", header: WORDS.made, cell: ({ createdAt }) => day(createdAt) },
    {
      key: "used",
      header: WORDS.used,
      cell: ({ lastUsedAt }) => (lastUsedAt ? day(lastUsedAt) : WORDS.never),
    },
    {
      key: "revoke",
      header: WORDS.revoke,
      hideHeader: true,
      align: "right",
      cell: (row) =>
        row.revokedAt ? (
          <span className="text-ink-3">{`${WORDS.revoked} ${day(row.revokedAt)}`}</span>
        ) : (
          <Revoke row={row} workspace={workspace} />
        ),
    },
  ];
  return (
    <DataTable
      caption={WORDS.caption}
      columns={columns}
      rows={keys}
      rowKey={({ apiKeyId }) => apiKeyId}
    />
  );
}
