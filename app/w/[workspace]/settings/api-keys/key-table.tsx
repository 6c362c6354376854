import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { API_SCOPES } from "@/lib/auth/api-key";
import type { ApiKeyRow } from "@/lib/workspaces/list-api-keys";
import { revokeApiKeyAction } from "./actions";

type KeyTableProps = {
  workspace: string;
  keys: readonly ApiKeyRow[];
  day: (instant: string) => string;
};

function Revoke({ row, workspace }: { row: ApiKeyRow; workspace: string }) {
  const t = useTranslations("settings.apiKeys");
  return (
    <ActionForm
      action={revokeApiKeyAction}
      workspace={workspace}
      className="text-left md:items-end"
      aria-label={t("revokeOne", { name: row.name })}
    >
      <input type="hidden" name="apiKeyId" value={row.apiKeyId} />
      <ConfirmButton
        label={t("revoke")}
        question={t("revokeQuestion", { name: row.name })}
        size="small"
      >
        <p>{t("revokeNote")}</p>
      </ConfirmButton>
    </ActionForm>
  );
}

export function KeyTable({ workspace, keys, day }: KeyTableProps) {
  const t = useTranslations("settings.apiKeys");
  const mayOf = ({ scopes }: ApiKeyRow) => {
    const known = API_SCOPES.filter((scope) => scopes.includes(scope));
    return known.map((scope) => t(`scope.${scope}.name`)).join(", ");
  };
  const columns: Column<ApiKeyRow>[] = [
    {
      key: "name",
      header: t("name"),
      isName: true,
      cell: ({ name }) => <span className="font-semibold">{name}</span>,
    },
    { key: "may", header: t("may"), cell: mayOf },
    { key: "made", header: t("made"), cell: ({ createdAt }) => day(createdAt) },
    {
      key: "used",
      header: t("used"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? day(lastUsedAt) : t("never")),
    },
    {
      key: "revoke",
      header: t("revoke"),
      hideHeader: true,
      align: "right",
      cell: (row) =>
        row.revokedAt ? (
          <span className="text-ink-3">{t("revokedOn", { date: day(row.revokedAt) })}</span>
        ) : (
          <Revoke row={row} workspace={workspace} />
        ),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={keys}
      rowKey={({ apiKeyId }) => apiKeyId}
    />
  );
}
