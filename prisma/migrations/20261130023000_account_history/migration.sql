-- What the figures of one account are computed from, in one row: months as typed columns, order days,
-- people with their answers, contracts. Written by whoever refreshes the facts, read whole by COPY, and
-- by epoch where only some accounts changed.
CREATE TABLE "account_history" (
    "workspace_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "epoch" BIGINT NOT NULL,
    "decider_id" UUID,
    "history" BYTEA,

    CONSTRAINT "account_history_pkey" PRIMARY KEY ("workspace_id","account_id")
);

-- A history of a few kilobytes stays in its row as it is: reading it back must cost no second look-up.
-- Said before the table is distributed, after which its storage cannot be changed.
ALTER TABLE "account_history" ALTER COLUMN "history" SET STORAGE EXTERNAL;
ALTER TABLE "account_history" SET (toast_tuple_target = 8160);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('account_history', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  -- First whole month the orders cover: with another one all facts are others. And since when the facts of
  -- every account are there: before that a sum over them would be too small.
  ALTER TABLE "facts_state" ADD COLUMN     "complete_since" TIMESTAMPTZ(3),
  ADD COLUMN     "first_month" INTEGER;
END $$;

DO $$
BEGIN
  CREATE INDEX "account_history_workspace_id_epoch_idx" ON "account_history"("workspace_id", "epoch");
  CREATE INDEX "account_workspace_id_merged_into_id_idx" ON "account"("workspace_id", "merged_into_id");
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE account_history ENABLE ROW LEVEL SECURITY;
  ALTER TABLE account_history FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON account_history
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
