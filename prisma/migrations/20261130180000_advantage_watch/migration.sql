-- When relative advantage was last looked at, and per segment when a real drop was seen and told of. The scope is a
-- segment, or the workspace itself for all accounts.
CREATE TABLE "advantage_watch" (
    "workspace_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "looked_on" DATE NOT NULL,
    "seen_on" DATE,
    "told_on" DATE,

    CONSTRAINT "advantage_watch_pkey" PRIMARY KEY ("workspace_id","scope_id")
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('advantage_watch', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE advantage_watch ENABLE ROW LEVEL SECURITY;
  ALTER TABLE advantage_watch FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON advantage_watch
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
