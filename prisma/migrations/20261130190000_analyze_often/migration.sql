-- A workspace whose rows are few beside the others' is unknown to the planner, which then takes it for empty,
-- until the table is analysed. A share of the table is too late for that: a count of changed rows is not.
DO $$
DECLARE
  tenant_table regclass;
BEGIN
  FOR tenant_table IN
    SELECT c.oid FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  LOOP
    EXECUTE format(
      'ALTER TABLE %s SET (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000)', tenant_table);
  END LOOP;
END $$;
