import { pool } from "./client";

type RoleRow = { name: string; is_powerful: boolean; owns_tenant_table: boolean };

/**
 * Row-level security protects nobody from a superuser, from BYPASSRLS, or (by ALTER TABLE) from the
 * owner of a table. @returns why the current role is not plain, or null.
 */
export async function whyRoleIsNotPlain(): Promise<string | null> {
  const { rows } = await pool().query<RoleRow>(`
    SELECT current_user AS name,
           (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS is_powerful,
           EXISTS (
             SELECT 1 FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE a.attname = 'workspace_id' AND c.relkind IN ('r', 'p')
               AND c.relnamespace = current_schema()::regnamespace
               AND c.relowner = current_user::regrole
           ) AS owns_tenant_table`);
  const role = rows[0];
  if (!role) return "the database did not say which role is used";
  if (role.is_powerful) return `role ${role.name} is a superuser or bypasses row-level security`;
  if (role.owns_tenant_table) return `role ${role.name} owns tables it should only use`;
  return null;
}
