-- Two accounts that are one: what was merged into what, and which rows moved, so that it can be undone.
CREATE TABLE "account_merge" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_merge_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "account_merge_part" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "subject_ids" UUID[],

    CONSTRAINT "account_merge_part_pkey" PRIMARY KEY ("workspace_id","id")
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('account_merge', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('account_merge_part', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$
BEGIN
  CREATE INDEX "account_merge_workspace_id_kept_id_idx" ON "account_merge"("workspace_id", "kept_id");
  CREATE INDEX "account_merge_part_workspace_id_merge_id_idx" ON "account_merge_part"("workspace_id", "merge_id");
  ALTER TABLE "account_merge_part" ADD CONSTRAINT "account_merge_part_workspace_id_merge_id_fkey" FOREIGN KEY ("workspace_id", "merge_id") REFERENCES "account_merge"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE account_merge ENABLE ROW LEVEL SECURITY;
  ALTER TABLE account_merge FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON account_merge
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
  ALTER TABLE account_merge_part ENABLE ROW LEVEL SECURITY;
  ALTER TABLE account_merge_part FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON account_merge_part
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
