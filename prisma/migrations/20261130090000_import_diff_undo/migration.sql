-- CreateTable
CREATE TABLE "import_created" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "slice" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "subject_ids" UUID[],
    "hashes" BIGINT[],

    CONSTRAINT "import_created_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "slice" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "hash" BIGINT NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_kept" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_kept_pkey" PRIMARY KEY ("workspace_id","id")
);

-- On a distributed database the tables lie with their workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('import_created', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('import_change', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('import_kept', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  ALTER TABLE "survey" ADD COLUMN     "import_batch_id" UUID;
  ALTER TABLE "wallet_estimate" ADD COLUMN     "external_id" TEXT,
  ADD COLUMN     "import_batch_id" UUID,
  ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'manual';
  ALTER TABLE "import_batch" ADD COLUMN     "trial" JSONB NOT NULL DEFAULT '{}';
  CREATE INDEX "import_created_workspace_id_batch_id_slice_idx" ON "import_created"("workspace_id", "batch_id", "slice");
  CREATE INDEX "import_change_workspace_id_batch_id_slice_idx" ON "import_change"("workspace_id", "batch_id", "slice");
  CREATE INDEX "import_change_workspace_id_subject_id_idx" ON "import_change"("workspace_id", "subject_id");
  CREATE INDEX "import_kept_workspace_id_batch_id_idx" ON "import_kept"("workspace_id", "batch_id");
  CREATE UNIQUE INDEX "wallet_estimate_workspace_id_source_external_id_key" ON "wallet_estimate"("workspace_id", "source", "external_id");
  ALTER TABLE "import_created" ADD CONSTRAINT "import_created_workspace_id_batch_id_fkey" FOREIGN KEY ("workspace_id", "batch_id") REFERENCES "import_batch"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "import_change" ADD CONSTRAINT "import_change_workspace_id_batch_id_fkey" FOREIGN KEY ("workspace_id", "batch_id") REFERENCES "import_batch"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "import_kept" ADD CONSTRAINT "import_kept_workspace_id_batch_id_fkey" FOREIGN KEY ("workspace_id", "batch_id") REFERENCES "import_batch"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
END $$;

DO $$ BEGIN
  ALTER TABLE import_batch DROP CONSTRAINT import_batch_state_check;
  ALTER TABLE import_batch ADD CONSTRAINT import_batch_state_check CHECK (state IN ('uploading',
    'ready', 'checking', 'checked', 'queued', 'running', 'done', 'failed', 'undoing', 'undone'));
  ALTER TABLE import_kept ADD CONSTRAINT import_kept_reason_check CHECK (reason IN ('changed', 'used', 'gone'));
  ALTER TABLE import_created ADD CONSTRAINT import_created_lengths_check
    CHECK (cardinality(subject_ids) = cardinality(hashes));
END $$;

-- Forced row-level security, as for every tenant's table.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_created', 'import_change', 'import_kept'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      $p$CREATE POLICY workspace_isolation ON %I
         USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
         WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)$p$, t);
  END LOOP;
END $$;
