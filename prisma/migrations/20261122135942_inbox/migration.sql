-- CreateTable
CREATE TABLE "inbox_state" (
    "workspace_id" UUID NOT NULL,
    "seen_id" UUID NOT NULL,

    CONSTRAINT "inbox_state_pkey" PRIMARY KEY ("workspace_id")
);

-- On a distributed database the tables lie with their workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('inbox_state', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  ALTER TABLE "answer_handling" ADD COLUMN     "needs" TEXT[] DEFAULT ARRAY[]::TEXT[];
  CREATE INDEX "answer_handling_workspace_id_handled_at_idx" ON "answer_handling"("workspace_id", "handled_at");
  -- One colleague is alerted to one answer once, whatever runs twice.
  CREATE UNIQUE INDEX "mail_outbox_alert_key" ON "mail_outbox"("workspace_id", "invitation_id", "employee_id") WHERE kind = 'alert';
  -- The worker looks at the answers of workspaces that are there already.
  INSERT INTO workspace_signal (workspace_id, kind, due_at)
  SELECT id, 'inbox', now() FROM workspace WHERE archived_at IS NULL
  ON CONFLICT (workspace_id, kind) DO NOTHING;
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE inbox_state ENABLE ROW LEVEL SECURITY;
  ALTER TABLE inbox_state FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON inbox_state
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
