/**
 * The closed list of tables that belong to no tenant. Everything else must carry `workspace_id`
 * first in its key under forced row-level security; a test compares this list with the catalog.
 */
export const GLOBAL_TABLES = [
  "app_user",
  "user_session",
  "user_workspace",
  "workspace",
  "rate_limit",
  "currency_rate",
  "workspace_signal",
  "installation",
  "_prisma_migrations",
] as const;
