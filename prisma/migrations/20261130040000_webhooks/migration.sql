-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "paused_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("workspace_id","id")
);

-- On a distributed database the tables lie with their workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('webhook_endpoint', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('webhook_delivery', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  CREATE INDEX "webhook_endpoint_workspace_id_created_at_idx" ON "webhook_endpoint"("workspace_id", "created_at");
  CREATE INDEX "webhook_delivery_workspace_id_state_due_at_idx" ON "webhook_delivery"("workspace_id", "state", "due_at");
  CREATE INDEX "webhook_delivery_workspace_id_endpoint_id_created_at_idx" ON "webhook_delivery"("workspace_id", "endpoint_id", "created_at");
  CREATE UNIQUE INDEX "webhook_delivery_workspace_id_endpoint_id_event_key_key" ON "webhook_delivery"("workspace_id", "endpoint_id", "event_key");
  ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_workspace_id_endpoint_id_fkey" FOREIGN KEY ("workspace_id", "endpoint_id") REFERENCES "webhook_endpoint"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_state_check CHECK (state IN ('pending', 'delivered', 'failed'));
  ALTER TABLE webhook_endpoint ADD CONSTRAINT webhook_endpoint_paused_check CHECK (paused_reason IN ('failing', 'gone'));
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
  ALTER TABLE webhook_endpoint FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON webhook_endpoint
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
  ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
  ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON webhook_delivery
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
