-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "database_mark" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

DO $$ BEGIN
  CREATE INDEX "mail_event_workspace_id_at_idx" ON "mail_event"("workspace_id", "at");
  -- One row at most: the database this is.
  ALTER TABLE installation ADD CONSTRAINT installation_id_check CHECK (id = 1);
  -- Mails of a wave that rests wait in a state of their own, so that no claim has to look past them.
  ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_state_check;
  ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_state_check CHECK (state IN ('pending', 'paused', 'claimed', 'handed', 'sent', 'bounced', 'suppressed', 'skipped', 'uncertain', 'failed'));
  -- Work every workspace has from now on: erasures that are due, and what is kept no longer.
  INSERT INTO workspace_signal (workspace_id, kind, due_at)
  SELECT id, k.kind, now() FROM workspace CROSS JOIN (VALUES ('erasure'), ('retention')) AS k(kind)
  ON CONFLICT DO NOTHING;
END $$;
