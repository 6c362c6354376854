-- CreateTable
CREATE TABLE "api_call" (
    "workspace_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "call_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "body" TEXT,

    CONSTRAINT "api_call_pkey" PRIMARY KEY ("workspace_id","api_key_id","call_key")
);

-- On a distributed database the table lies with its workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('api_call', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  CREATE INDEX "api_call_workspace_id_started_at_idx" ON "api_call"("workspace_id", "started_at");
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE api_call ENABLE ROW LEVEL SECURITY;
  ALTER TABLE api_call FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON api_call
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
