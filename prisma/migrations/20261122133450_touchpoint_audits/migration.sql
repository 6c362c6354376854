-- CreateTable
CREATE TABLE "touchpoint_audit" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "audited_on" DATE NOT NULL,
    "score" INTEGER NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "touchpoint_audit_pkey" PRIMARY KEY ("workspace_id","id")
);

-- On a distributed database the tables lie with their workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('touchpoint_audit', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  CREATE INDEX "touchpoint_audit_workspace_id_touchpoint_id_audited_on_idx" ON "touchpoint_audit"("workspace_id", "touchpoint_id", "audited_on");
  ALTER TABLE "touchpoint_audit" ADD CONSTRAINT "touchpoint_audit_workspace_id_touchpoint_id_fkey" FOREIGN KEY ("workspace_id", "touchpoint_id") REFERENCES "touchpoint"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE touchpoint_audit ADD CONSTRAINT touchpoint_audit_score_check CHECK (score BETWEEN 1 AND 5);
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE touchpoint_audit ENABLE ROW LEVEL SECURITY;
  ALTER TABLE touchpoint_audit FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON touchpoint_audit
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
