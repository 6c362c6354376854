-- Mails that colleagues logged by an address in Bcc: that they came, and which of their addresses is not
-- known. Neither subject nor words are kept. And how many were refused, of which nothing is kept at all.
CREATE TABLE "logged_mail" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_hash" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "account_ids" UUID[],
    "unknown_addresses" TEXT[],
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logged_mail_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "logged_mail_refusal" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "logged_mail_refusal_pkey" PRIMARY KEY ("workspace_id","day","reason"),
    CONSTRAINT "logged_mail_refusal_reason_check" CHECK (reason IN ('sender', 'role', 'replaced'))
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('logged_mail', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('logged_mail_refusal', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$
BEGIN
  CREATE INDEX "logged_mail_workspace_id_employee_id_received_at_idx" ON "logged_mail"("workspace_id", "employee_id", "received_at");
  CREATE UNIQUE INDEX "logged_mail_workspace_id_message_hash_key" ON "logged_mail"("workspace_id", "message_hash");
  ALTER TABLE "logged_mail" ADD CONSTRAINT "logged_mail_workspace_id_employee_id_fkey" FOREIGN KEY ("workspace_id", "employee_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE logged_mail ENABLE ROW LEVEL SECURITY;
  ALTER TABLE logged_mail FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON logged_mail
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
  ALTER TABLE logged_mail_refusal ENABLE ROW LEVEL SECURITY;
  ALTER TABLE logged_mail_refusal FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON logged_mail_refusal
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
