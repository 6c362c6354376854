-- A page with its filters under a name: a colleague's own, or for everybody in the workspace.
CREATE TABLE "saved_view" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("workspace_id","id")
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('saved_view', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$
BEGIN
  CREATE INDEX "saved_view_workspace_id_user_id_idx" ON "saved_view"("workspace_id", "user_id");
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
  ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON saved_view
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
