CREATE TABLE "segment_membership" (
    "workspace_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "until_date" DATE,

    CONSTRAINT "segment_membership_pkey" PRIMARY KEY ("workspace_id","segment_id","account_id","from_date"),
    CONSTRAINT "segment_membership_dates_check" CHECK (until_date > from_date)
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('segment_membership', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  -- Who was in a segment from when until when.
  ALTER TABLE "segment" ADD COLUMN     "members_since" DATE;
END $$;

DO $$
BEGIN
  CREATE INDEX "segment_membership_workspace_id_segment_id_from_date_idx" ON "segment_membership"("workspace_id", "segment_id", "from_date");
  CREATE INDEX "segment_membership_workspace_id_segment_id_until_date_idx" ON "segment_membership"("workspace_id", "segment_id", "until_date");
  ALTER TABLE "segment_membership" ADD CONSTRAINT "segment_membership_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE segment_membership ENABLE ROW LEVEL SECURITY;
  ALTER TABLE segment_membership FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON segment_membership
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
