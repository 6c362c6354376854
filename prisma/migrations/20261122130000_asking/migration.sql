-- CreateTable
CREATE TABLE "survey_program" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "selection" JSONB NOT NULL DEFAULT '{}',
    "rule" JSONB NOT NULL DEFAULT '{}',
    "reminder_after_days" INTEGER,
    "open_days" INTEGER NOT NULL DEFAULT 30,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_run_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_program_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "survey_door" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "account_id" UUID,
    "employee_id" UUID,
    "token_version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_door_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "response_review" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_review_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "answer_handling" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" UUID,
    "note" TEXT,
    "what_changed" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_handling_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "recipient_domain" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "invitations" INTEGER NOT NULL DEFAULT 0,
    "scanned" INTEGER NOT NULL DEFAULT 0,
    "learned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recipient_domain_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "mail_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "is_permanent" BOOLEAN NOT NULL DEFAULT false,
    "detail" TEXT,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- On a distributed database the tables lie with their workspace.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('survey_program', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('survey_door', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('response_review', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('answer_handling', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('recipient_domain', 'workspace_id', colocate_with => 'account');
    PERFORM create_distributed_table('mail_event', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$ BEGIN
  ALTER TABLE "employee" ADD COLUMN     "digest" TEXT NOT NULL DEFAULT 'daily',
  ADD COLUMN     "digested_at" TIMESTAMPTZ(3);
  ALTER TABLE "survey" ADD COLUMN     "follow_ups" TEXT[];
  -- Row-level security holds for the owner too; it rests while the rows of all workspaces are carried over.
  ALTER TABLE survey NO FORCE ROW LEVEL SECURITY;
  UPDATE survey SET follow_ups = array_remove(ARRAY[
    CASE WHEN asks_relative_advantage THEN 'relative_advantage' END,
    CASE WHEN asks_switching THEN 'switching' END,
    CASE WHEN asks_drivers THEN 'drivers' END], NULL);
  ALTER TABLE survey FORCE ROW LEVEL SECURITY;
  ALTER TABLE "survey" DROP COLUMN "asks_drivers",
  DROP COLUMN "asks_relative_advantage",
  DROP COLUMN "asks_switching",
  ALTER COLUMN "follow_ups" SET DEFAULT ARRAY[]::TEXT[];
  ALTER TABLE "wave" ADD COLUMN     "program_id" UUID,
  ADD COLUMN     "reminder_after_days" INTEGER;
  ALTER TABLE "invitation" ADD COLUMN     "ask_key" TEXT,
  ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'mail',
  ADD COLUMN     "door_id" UUID,
  ADD COLUMN     "planned_on" DATE,
  ADD COLUMN     "veto_reason" TEXT,
  ADD COLUMN     "vetoed_at" TIMESTAMPTZ(3),
  ADD COLUMN     "vetoed_by_id" UUID,
  ALTER COLUMN "contact_id" DROP NOT NULL,
  ALTER COLUMN "account_id" DROP NOT NULL;
  ALTER TABLE "invitation_visit" ADD COLUMN     "is_scanner" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'view';
  ALTER TABLE "mail_outbox" ADD COLUMN     "employee_id" UUID;
  CREATE INDEX "survey_program_workspace_id_survey_id_idx" ON "survey_program"("workspace_id", "survey_id");
  CREATE INDEX "survey_program_workspace_id_state_next_run_at_idx" ON "survey_program"("workspace_id", "state", "next_run_at");
  CREATE INDEX "survey_door_workspace_id_survey_id_idx" ON "survey_door"("workspace_id", "survey_id");
  CREATE INDEX "survey_door_workspace_id_account_id_idx" ON "survey_door"("workspace_id", "account_id");
  CREATE INDEX "survey_door_workspace_id_employee_id_idx" ON "survey_door"("workspace_id", "employee_id");
  CREATE UNIQUE INDEX "response_review_workspace_id_response_id_key" ON "response_review"("workspace_id", "response_id");
  CREATE UNIQUE INDEX "answer_handling_workspace_id_invitation_id_key" ON "answer_handling"("workspace_id", "invitation_id");
  CREATE UNIQUE INDEX "recipient_domain_workspace_id_domain_key" ON "recipient_domain"("workspace_id", "domain");
  CREATE INDEX "mail_event_workspace_id_mail_id_idx" ON "mail_event"("workspace_id", "mail_id");
  CREATE UNIQUE INDEX "mail_event_workspace_id_source_external_id_key" ON "mail_event"("workspace_id", "source", "external_id");
  CREATE INDEX "wave_workspace_id_program_id_idx" ON "wave"("workspace_id", "program_id");
  CREATE INDEX "invitation_workspace_id_door_id_idx" ON "invitation"("workspace_id", "door_id");
  CREATE INDEX "invitation_workspace_id_planned_on_idx" ON "invitation"("workspace_id", "planned_on");
  CREATE UNIQUE INDEX "invitation_workspace_id_survey_id_ask_key_key" ON "invitation"("workspace_id", "survey_id", "ask_key");
  CREATE INDEX "response_event_workspace_id_answered_at_idx" ON "response_event"("workspace_id", "answered_at");
  CREATE INDEX "response_event_workspace_id_class_answered_at_idx" ON "response_event"("workspace_id", "class", "answered_at");
  ALTER TABLE "survey_program" ADD CONSTRAINT "survey_program_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "survey"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "survey_door" ADD CONSTRAINT "survey_door_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "survey"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "survey_door" ADD CONSTRAINT "survey_door_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "survey_door" ADD CONSTRAINT "survey_door_workspace_id_employee_id_fkey" FOREIGN KEY ("workspace_id", "employee_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "wave" ADD CONSTRAINT "wave_workspace_id_program_id_fkey" FOREIGN KEY ("workspace_id", "program_id") REFERENCES "survey_program"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_door_id_fkey" FOREIGN KEY ("workspace_id", "door_id") REFERENCES "survey_door"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "response_review" ADD CONSTRAINT "response_review_workspace_id_response_id_fkey" FOREIGN KEY ("workspace_id", "response_id") REFERENCES "response_event"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "answer_handling" ADD CONSTRAINT "answer_handling_workspace_id_invitation_id_fkey" FOREIGN KEY ("workspace_id", "invitation_id") REFERENCES "invitation"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_workspace_id_mail_id_fkey" FOREIGN KEY ("workspace_id", "mail_id") REFERENCES "mail_outbox"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  -- What the columns may hold.
  ALTER TABLE survey DROP CONSTRAINT survey_question_check;
  ALTER TABLE survey ADD CONSTRAINT survey_question_check CHECK (question IN ('nps', 'csat', 'relative_advantage', 'switching', 'reason_to_stay', 'search', 'ease', 'custom'));
  ALTER TABLE survey_program ADD CONSTRAINT survey_program_kind_check CHECK (kind IN ('drip', 'triggered'));
  ALTER TABLE survey_program ADD CONSTRAINT survey_program_state_check CHECK (state IN ('active', 'paused', 'ended'));
  ALTER TABLE survey_program ADD CONSTRAINT survey_program_days_check CHECK (open_days BETWEEN 1 AND 180 AND reminder_after_days BETWEEN 1 AND 60);
  ALTER TABLE survey_door ADD CONSTRAINT survey_door_kind_check CHECK (kind IN ('link', 'kiosk', 'signature'));
  ALTER TABLE wave ADD CONSTRAINT wave_reminder_check CHECK (reminder_after_days BETWEEN 1 AND 60);
  ALTER TABLE invitation ADD CONSTRAINT invitation_channel_check CHECK (channel IN ('mail', 'api', 'link', 'kiosk', 'signature'));
  ALTER TABLE invitation ADD CONSTRAINT invitation_person_check CHECK (contact_id IS NOT NULL OR door_id IS NOT NULL);
  ALTER TABLE invitation_visit ADD CONSTRAINT invitation_visit_kind_check CHECK (kind IN ('view', 'honeypot', 'signal'));
  ALTER TABLE response_review ADD CONSTRAINT response_review_decision_check CHECK (decision IN ('accepted', 'rejected'));
  ALTER TABLE mail_event ADD CONSTRAINT mail_event_kind_check CHECK (kind IN ('bounce', 'complaint', 'delivered'));
  ALTER TABLE employee ADD CONSTRAINT employee_digest_check CHECK (digest IN ('daily', 'weekly', 'none'));
END $$;

-- Forced row-level security, as for every tenant's table.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['survey_program', 'survey_door', 'response_review', 'answer_handling',
    'recipient_domain', 'mail_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      $p$CREATE POLICY workspace_isolation ON %I
         USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
         WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)$p$, t);
  END LOOP;
END $$;
