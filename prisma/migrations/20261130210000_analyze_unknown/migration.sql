-- The planner takes a workspace whose rows came in since a table was last analysed for empty, and then looks at all of
-- its rows for each of them. Whoever is about to read all of a workspace has such tables analysed first; the plain
-- role may not do that itself. Row-level security holds here too: the caller names the workspace.
DO $$
BEGIN
  CREATE FUNCTION analyze_unknown(workspace uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $f$
  DECLARE
    tenant_table regclass;
    plan json;
    held integer;
    analyzed integer := 0;
  BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
      RETURN 0;
    END IF;
    FOR tenant_table IN
      SELECT c.oid FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        -- Just analysed and hardly changed since: once more tells nothing new.
        AND (pg_stat_get_mod_since_analyze(c.oid) >= 1000 OR coalesce(greatest(
          pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)), '-infinity')
          < clock_timestamp() - interval '1 minute')
    LOOP
      EXECUTE format('EXPLAIN (FORMAT JSON) SELECT 1 FROM %s WHERE workspace_id = %L', tenant_table, workspace) INTO plan;
      CONTINUE WHEN (plan->0->'Plan'->>'Plan Rows')::float8 >= 100;
      EXECUTE format('SELECT count(*) FROM (SELECT 1 FROM %s WHERE workspace_id = %L LIMIT 1000) t',
        tenant_table, workspace) INTO held;
      CONTINUE WHEN held < 1000;
      EXECUTE format('ANALYZE %s', tenant_table);
      analyzed := analyzed + 1;
    END LOOP;
    RETURN analyzed;
  END $f$;
  REVOKE ALL ON FUNCTION analyze_unknown(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION analyze_unknown(uuid) TO holdfast_app;
END $$;
