-- The whole domain. Order matters for a distributed database: tables, then the guarded block that
-- distributes them, then indexes, keys and policies inside DO blocks.

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "country" TEXT,
    "figures_as_of" DATE,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "reset_token_hash" TEXT,
    "reset_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_workspace" (
    "user_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_workspace_pkey" PRIMARY KEY ("user_id","workspace_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "currency_rate" (
    "date" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "per_eur" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "currency_rate_pkey" PRIMARY KEY ("date","code")
);

-- CreateTable
CREATE TABLE "workspace_signal" (
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_signal_pkey" PRIMARY KEY ("workspace_id","kind")
);

-- CreateTable
CREATE TABLE "employee" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" UUID,
    "left_on" DATE,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "member_invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "account" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "decides_for_sites" BOOLEAN NOT NULL DEFAULT false,
    "owner_id" UUID,
    "owner_since" DATE,
    "size_band" TEXT,
    "industry" TEXT,
    "country" TEXT,
    "region" TEXT,
    "currency" TEXT NOT NULL,
    "customer_since" DATE,
    "acquired_by" TEXT NOT NULL DEFAULT 'unknown',
    "referred_by_id" UUID,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "import_batch_id" UUID,
    "merged_into_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "title" TEXT,
    "role" TEXT,
    "language" TEXT,
    "works_with_id" UUID,
    "left_on" DATE,
    "survey_interval_days" INTEGER,
    "import_batch_id" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "wording" TEXT,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "erasure_request" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "product_type" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "billed_as" TEXT NOT NULL,
    "margin_ratio" DOUBLE PRECISION,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_type_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contract" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "product_type_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "notice_days" INTEGER NOT NULL DEFAULT 0,
    "auto_renews" BOOLEAN NOT NULL DEFAULT false,
    "is_indexed" BOOLEAN NOT NULL DEFAULT false,
    "notice_given_on" DATE,
    "ended_on" DATE,
    "margin_ratio" DOUBLE PRECISION,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contract_term" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "recurring_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,

    CONSTRAINT "contract_term_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "renewal_negotiation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "rounds" INTEGER,
    "list_minor" BIGINT,
    "signed_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "discount_asked_ratio" DOUBLE PRECISION,
    "discount_granted_ratio" DOUBLE PRECISION,
    "rival" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "renewal_negotiation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "manager_call" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "call" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "called_on" DATE NOT NULL,
    "called_by_id" UUID NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "manager_call_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "product_type_id" UUID,
    "contract_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "order_number" TEXT,
    "ordered_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "list_minor" BIGINT,
    "margin_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "quantity" DOUBLE PRECISION,
    "chosen_by" TEXT,
    "automatic_kind" TEXT,
    "required_on" DATE,
    "shipped_on" DATE,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "churn_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "contract_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "reason" TEXT,
    "rival" TEXT,
    "amount_minor" BIGINT,
    "currency" TEXT,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "churn_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "contact_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "opened_on" DATE NOT NULL,
    "solved_on" DATE,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "promise" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "made_by_id" UUID,
    "body" TEXT NOT NULL,
    "made_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "kept_on" DATE,
    "broken_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "touch" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "contact_id" UUID,
    "employee_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'manual',
    "external_id" TEXT,
    "kind" TEXT NOT NULL,
    "is_two_way" BOOLEAN NOT NULL,
    "happened_on" DATE NOT NULL,
    "note" TEXT,
    "next_step" TEXT,
    "next_step_on" DATE,
    "import_batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touch_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "touchpoint" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'customer',
    "owner_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "touchpoint_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "survey" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "touchpoint_id" UUID,
    "asks_relative_advantage" BOOLEAN NOT NULL DEFAULT false,
    "asks_switching" BOOLEAN NOT NULL DEFAULT false,
    "asks_drivers" BOOLEAN NOT NULL DEFAULT false,
    "options" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "wave" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "closes_on" DATE NOT NULL,
    "touchpoint_on" DATE,
    "paused_reason" TEXT,

    CONSTRAINT "wave_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wave_id" UUID,
    "survey_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_version" INTEGER NOT NULL DEFAULT 1,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_on" DATE NOT NULL,
    "handed_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "skipped_reason" TEXT,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitation_visit" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "choice" TEXT,
    "prefetch" BOOLEAN NOT NULL DEFAULT false,
    "agent_hash" TEXT,

    CONSTRAINT "invitation_visit_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "response_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invitation_id" UUID,
    "survey_id" UUID NOT NULL,
    "contact_id" UUID,
    "account_id" UUID,
    "question" TEXT NOT NULL,
    "value_number" INTEGER,
    "value_code" TEXT,
    "comment" TEXT,
    "scale" TEXT,
    "scope" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "reason" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_on" DATE NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'survey',
    "external_id" TEXT,
    "import_batch_id" UUID,

    CONSTRAINT "response_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "invitation_id" UUID,
    "to_address" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "handed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "message_id" TEXT,

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "contact_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "segment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "segment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "wallet_estimate" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "product_type_id" UUID,
    "yearly_low_minor" BIGINT NOT NULL,
    "yearly_high_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "provenance" TEXT NOT NULL,
    "estimated_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallet_estimate_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "target" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "segment_id" UUID,
    "value" DOUBLE PRECISION NOT NULL,
    "valid_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "segment_id" UUID,
    "value" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "n" INTEGER NOT NULL,
    "frozen_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "signal" TEXT NOT NULL,
    "signal_ref_id" UUID,
    "owner_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "note" TEXT,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "setting_version" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "author_id" UUID,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_version_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'csv',
    "state" TEXT NOT NULL,
    "expected_bytes" BIGINT,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "encoding" TEXT,
    "delimiter" TEXT,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "headers" JSONB NOT NULL DEFAULT '[]',
    "cursor_row" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "rows_new" INTEGER NOT NULL DEFAULT 0,
    "rows_changed" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "notes" JSONB NOT NULL DEFAULT '{}',
    "message" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_rejection" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "field" TEXT,
    "message" TEXT NOT NULL,
    "raw" JSONB NOT NULL,

    CONSTRAINT "import_rejection_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "secret_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "fields" TEXT[],

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "account_month" (
    "workspace_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "order_minor" BIGINT,
    "order_square_sum" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "order_days" INTEGER NOT NULL DEFAULT 0,
    "order_count" INTEGER NOT NULL DEFAULT 0,
    "chosen_minor" BIGINT NOT NULL DEFAULT 0,
    "automatic_minor" BIGINT NOT NULL DEFAULT 0,
    "list_minor" BIGINT NOT NULL DEFAULT 0,
    "discounted_list_minor" BIGINT NOT NULL DEFAULT 0,
    "margin_minor" BIGINT,
    "recurring_minor" BIGINT,
    "product_type_ids" UUID[],
    "complaints" INTEGER NOT NULL DEFAULT 0,
    "nps_answers" INTEGER NOT NULL DEFAULT 0,
    "csat_answers" INTEGER NOT NULL DEFAULT 0,
    "lost_marks" INTEGER NOT NULL DEFAULT 0,
    "won_back_marks" INTEGER NOT NULL DEFAULT 0,
    "behaviour" DOUBLE PRECISION,
    "attitude" DOUBLE PRECISION,
    "state" TEXT,

    CONSTRAINT "account_month_pkey" PRIMARY KEY ("workspace_id","account_id","month")
);

-- CreateTable
CREATE TABLE "account_order_day" (
    "workspace_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "ordered_on" DATE NOT NULL,
    "amount_minor" BIGINT,
    "is_active" BOOLEAN NOT NULL,

    CONSTRAINT "account_order_day_pkey" PRIMARY KEY ("workspace_id","account_id","ordered_on")
);

-- CreateTable
CREATE TABLE "facts_change" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "facts_change_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "facts_state" (
    "workspace_id" UUID NOT NULL,
    "epoch" BIGINT NOT NULL DEFAULT 0,
    "definition_version" INTEGER NOT NULL,
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facts_state_pkey" PRIMARY KEY ("workspace_id")
);

-- Distribution (only where the extension exists).
DO $$
DECLARE t text;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    FOREACH t IN ARRAY ARRAY['workspace','app_user','user_session','user_workspace','rate_limit','currency_rate','workspace_signal'] LOOP
      PERFORM create_reference_table(t);
    END LOOP;
    PERFORM create_distributed_table('account', 'workspace_id');
    FOREACH t IN ARRAY ARRAY[
    'employee', 'member_invitation', 'account', 'contact', 'consent', 'erasure_request',
    'product_type', 'contract', 'contract_term', 'renewal_negotiation', 'manager_call', 'purchase',
    'churn_event', 'complaint', 'promise', 'touch', 'touchpoint', 'survey',
    'wave', 'invitation', 'invitation_visit', 'response_event', 'mail_outbox', 'suppression',
    'segment', 'wallet_estimate', 'target', 'baseline', 'case_file', 'setting_version',
    'import_batch', 'import_chunk', 'import_rejection', 'api_key', 'audit_entry', 'account_month',
    'account_order_day', 'facts_change', 'facts_state'] LOOP
      IF t <> 'account' THEN
        PERFORM create_distributed_table(t, 'workspace_id', colocate_with => 'account');
      END IF;
    END LOOP;
  END IF;
END $$;

-- Indexes and foreign keys.
DO $$
BEGIN
  CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");
  CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");
  CREATE UNIQUE INDEX "app_user_oidc_subject_key" ON "app_user"("oidc_subject");
  CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");
  CREATE INDEX "user_workspace_workspace_id_idx" ON "user_workspace"("workspace_id");
  CREATE INDEX "workspace_signal_due_at_idx" ON "workspace_signal"("due_at");
  CREATE INDEX "employee_workspace_id_user_id_idx" ON "employee"("workspace_id", "user_id");
  CREATE UNIQUE INDEX "employee_workspace_id_email_key" ON "employee"("workspace_id", "email");
  CREATE INDEX "member_invitation_workspace_id_email_idx" ON "member_invitation"("workspace_id", "email");
  CREATE INDEX "account_workspace_id_owner_id_idx" ON "account"("workspace_id", "owner_id");
  CREATE INDEX "account_workspace_id_parent_id_idx" ON "account"("workspace_id", "parent_id");
  CREATE UNIQUE INDEX "account_workspace_id_source_external_id_key" ON "account"("workspace_id", "source", "external_id");
  CREATE UNIQUE INDEX "account_workspace_id_ordinal_key" ON "account"("workspace_id", "ordinal");
  CREATE INDEX "contact_workspace_id_account_id_idx" ON "contact"("workspace_id", "account_id");
  CREATE INDEX "contact_workspace_id_email_idx" ON "contact"("workspace_id", "email");
  CREATE UNIQUE INDEX "contact_workspace_id_source_external_id_key" ON "contact"("workspace_id", "source", "external_id");
  CREATE INDEX "consent_workspace_id_contact_id_purpose_at_idx" ON "consent"("workspace_id", "contact_id", "purpose", "at");
  CREATE INDEX "erasure_request_workspace_id_contact_id_idx" ON "erasure_request"("workspace_id", "contact_id");
  CREATE UNIQUE INDEX "product_type_workspace_id_source_external_id_key" ON "product_type"("workspace_id", "source", "external_id");
  CREATE UNIQUE INDEX "product_type_workspace_id_name_key" ON "product_type"("workspace_id", "name");
  CREATE INDEX "contract_workspace_id_account_id_idx" ON "contract"("workspace_id", "account_id");
  CREATE UNIQUE INDEX "contract_workspace_id_source_external_id_key" ON "contract"("workspace_id", "source", "external_id");
  CREATE UNIQUE INDEX "contract_term_workspace_id_contract_id_starts_on_key" ON "contract_term"("workspace_id", "contract_id", "starts_on");
  CREATE INDEX "renewal_negotiation_workspace_id_contract_id_opened_on_idx" ON "renewal_negotiation"("workspace_id", "contract_id", "opened_on");
  CREATE INDEX "manager_call_workspace_id_contract_id_called_on_idx" ON "manager_call"("workspace_id", "contract_id", "called_on");
  CREATE INDEX "purchase_workspace_id_account_id_ordered_on_idx" ON "purchase"("workspace_id", "account_id", "ordered_on");
  CREATE INDEX "purchase_workspace_id_ordered_on_idx" ON "purchase"("workspace_id", "ordered_on");
  CREATE INDEX "purchase_workspace_id_contract_id_idx" ON "purchase"("workspace_id", "contract_id");
  CREATE UNIQUE INDEX "purchase_workspace_id_source_external_id_key" ON "purchase"("workspace_id", "source", "external_id");
  CREATE INDEX "churn_event_workspace_id_account_id_happened_on_idx" ON "churn_event"("workspace_id", "account_id", "happened_on");
  CREATE UNIQUE INDEX "churn_event_workspace_id_source_external_id_key" ON "churn_event"("workspace_id", "source", "external_id");
  CREATE INDEX "complaint_workspace_id_account_id_opened_on_idx" ON "complaint"("workspace_id", "account_id", "opened_on");
  CREATE UNIQUE INDEX "complaint_workspace_id_source_external_id_key" ON "complaint"("workspace_id", "source", "external_id");
  CREATE INDEX "promise_workspace_id_account_id_due_on_idx" ON "promise"("workspace_id", "account_id", "due_on");
  CREATE INDEX "touch_workspace_id_account_id_happened_on_idx" ON "touch"("workspace_id", "account_id", "happened_on");
  CREATE UNIQUE INDEX "touch_workspace_id_source_external_id_key" ON "touch"("workspace_id", "source", "external_id");
  CREATE UNIQUE INDEX "touchpoint_workspace_id_name_key" ON "touchpoint"("workspace_id", "name");
  CREATE UNIQUE INDEX "survey_workspace_id_family_id_version_key" ON "survey"("workspace_id", "family_id", "version");
  CREATE INDEX "wave_workspace_id_survey_id_idx" ON "wave"("workspace_id", "survey_id");
  CREATE INDEX "wave_workspace_id_created_at_idx" ON "wave"("workspace_id", "created_at");
  CREATE INDEX "invitation_workspace_id_contact_id_delivered_at_idx" ON "invitation"("workspace_id", "contact_id", "delivered_at");
  CREATE INDEX "invitation_workspace_id_account_id_idx" ON "invitation"("workspace_id", "account_id");
  CREATE INDEX "invitation_workspace_id_survey_id_idx" ON "invitation"("workspace_id", "survey_id");
  CREATE UNIQUE INDEX "invitation_workspace_id_wave_id_contact_id_key" ON "invitation"("workspace_id", "wave_id", "contact_id");
  CREATE INDEX "invitation_visit_workspace_id_invitation_id_at_idx" ON "invitation_visit"("workspace_id", "invitation_id", "at");
  CREATE INDEX "response_event_workspace_id_account_id_answered_at_idx" ON "response_event"("workspace_id", "account_id", "answered_at");
  CREATE INDEX "response_event_workspace_id_contact_id_question_answered_at_idx" ON "response_event"("workspace_id", "contact_id", "question", "answered_at");
  CREATE INDEX "response_event_workspace_id_invitation_id_idx" ON "response_event"("workspace_id", "invitation_id");
  CREATE INDEX "response_event_workspace_id_survey_id_idx" ON "response_event"("workspace_id", "survey_id");
  CREATE UNIQUE INDEX "response_event_workspace_id_source_external_id_key" ON "response_event"("workspace_id", "source", "external_id");
  CREATE INDEX "mail_outbox_workspace_id_state_due_at_idx" ON "mail_outbox"("workspace_id", "state", "due_at");
  CREATE INDEX "mail_outbox_workspace_id_invitation_id_idx" ON "mail_outbox"("workspace_id", "invitation_id");
  CREATE INDEX "suppression_workspace_id_address_hash_idx" ON "suppression"("workspace_id", "address_hash");
  CREATE INDEX "segment_workspace_id_created_at_idx" ON "segment"("workspace_id", "created_at");
  CREATE INDEX "wallet_estimate_workspace_id_account_id_estimated_on_idx" ON "wallet_estimate"("workspace_id", "account_id", "estimated_on");
  CREATE INDEX "target_workspace_id_measure_valid_from_idx" ON "target"("workspace_id", "measure", "valid_from");
  CREATE INDEX "baseline_workspace_id_measure_frozen_on_idx" ON "baseline"("workspace_id", "measure", "frozen_on");
  CREATE INDEX "case_file_workspace_id_account_id_idx" ON "case_file"("workspace_id", "account_id");
  CREATE INDEX "case_file_workspace_id_owner_id_idx" ON "case_file"("workspace_id", "owner_id");
  CREATE INDEX "setting_version_workspace_id_key_valid_from_idx" ON "setting_version"("workspace_id", "key", "valid_from");
  CREATE INDEX "import_batch_workspace_id_created_at_idx" ON "import_batch"("workspace_id", "created_at");
  CREATE UNIQUE INDEX "import_chunk_workspace_id_batch_id_position_key" ON "import_chunk"("workspace_id", "batch_id", "position");
  CREATE INDEX "import_rejection_workspace_id_batch_id_row_number_idx" ON "import_rejection"("workspace_id", "batch_id", "row_number");
  CREATE INDEX "api_key_workspace_id_created_at_idx" ON "api_key"("workspace_id", "created_at");
  CREATE INDEX "audit_entry_workspace_id_at_idx" ON "audit_entry"("workspace_id", "at");
  CREATE INDEX "audit_entry_workspace_id_subject_id_idx" ON "audit_entry"("workspace_id", "subject_id");
  ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "user_workspace" ADD CONSTRAINT "user_workspace_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "user_workspace" ADD CONSTRAINT "user_workspace_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "account" ADD CONSTRAINT "account_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "account" ADD CONSTRAINT "account_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "account" ADD CONSTRAINT "account_workspace_id_referred_by_id_fkey" FOREIGN KEY ("workspace_id", "referred_by_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "contact" ADD CONSTRAINT "contact_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "contact" ADD CONSTRAINT "contact_workspace_id_works_with_id_fkey" FOREIGN KEY ("workspace_id", "works_with_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "consent" ADD CONSTRAINT "consent_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "contract" ADD CONSTRAINT "contract_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "contract" ADD CONSTRAINT "contract_workspace_id_product_type_id_fkey" FOREIGN KEY ("workspace_id", "product_type_id") REFERENCES "product_type"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "contract_term" ADD CONSTRAINT "contract_term_workspace_id_contract_id_fkey" FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "renewal_negotiation" ADD CONSTRAINT "renewal_negotiation_workspace_id_contract_id_fkey" FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "manager_call" ADD CONSTRAINT "manager_call_workspace_id_contract_id_fkey" FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "purchase" ADD CONSTRAINT "purchase_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "purchase" ADD CONSTRAINT "purchase_workspace_id_product_type_id_fkey" FOREIGN KEY ("workspace_id", "product_type_id") REFERENCES "product_type"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "purchase" ADD CONSTRAINT "purchase_workspace_id_contract_id_fkey" FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "churn_event" ADD CONSTRAINT "churn_event_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "churn_event" ADD CONSTRAINT "churn_event_workspace_id_contract_id_fkey" FOREIGN KEY ("workspace_id", "contract_id") REFERENCES "contract"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "complaint" ADD CONSTRAINT "complaint_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "complaint" ADD CONSTRAINT "complaint_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "promise" ADD CONSTRAINT "promise_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "promise" ADD CONSTRAINT "promise_workspace_id_made_by_id_fkey" FOREIGN KEY ("workspace_id", "made_by_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "touch" ADD CONSTRAINT "touch_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "touch" ADD CONSTRAINT "touch_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "touch" ADD CONSTRAINT "touch_workspace_id_employee_id_fkey" FOREIGN KEY ("workspace_id", "employee_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "touchpoint" ADD CONSTRAINT "touchpoint_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "survey" ADD CONSTRAINT "survey_workspace_id_touchpoint_id_fkey" FOREIGN KEY ("workspace_id", "touchpoint_id") REFERENCES "touchpoint"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "wave" ADD CONSTRAINT "wave_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "survey"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_wave_id_fkey" FOREIGN KEY ("workspace_id", "wave_id") REFERENCES "wave"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "survey"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "invitation_visit" ADD CONSTRAINT "invitation_visit_workspace_id_invitation_id_fkey" FOREIGN KEY ("workspace_id", "invitation_id") REFERENCES "invitation"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "response_event" ADD CONSTRAINT "response_event_workspace_id_invitation_id_fkey" FOREIGN KEY ("workspace_id", "invitation_id") REFERENCES "invitation"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "response_event" ADD CONSTRAINT "response_event_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "survey"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "response_event" ADD CONSTRAINT "response_event_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "response_event" ADD CONSTRAINT "response_event_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_workspace_id_invitation_id_fkey" FOREIGN KEY ("workspace_id", "invitation_id") REFERENCES "invitation"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "wallet_estimate" ADD CONSTRAINT "wallet_estimate_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "wallet_estimate" ADD CONSTRAINT "wallet_estimate_workspace_id_product_type_id_fkey" FOREIGN KEY ("workspace_id", "product_type_id") REFERENCES "product_type"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "target" ADD CONSTRAINT "target_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "baseline" ADD CONSTRAINT "baseline_workspace_id_segment_id_fkey" FOREIGN KEY ("workspace_id", "segment_id") REFERENCES "segment"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "case_file" ADD CONSTRAINT "case_file_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "case_file" ADD CONSTRAINT "case_file_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "employee"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_workspace_id_batch_id_fkey" FOREIGN KEY ("workspace_id", "batch_id") REFERENCES "import_batch"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
  ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_workspace_id_batch_id_fkey" FOREIGN KEY ("workspace_id", "batch_id") REFERENCES "import_batch"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
END $$;

-- Closed vocabularies (strings with checks, never enum types).
DO $$
BEGIN
  ALTER TABLE account ADD CONSTRAINT account_acquired_by_check CHECK (acquired_by IN ('referral', 'repeat_person', 'inbound', 'bought', 'unknown'));
  ALTER TABLE contact ADD CONSTRAINT contact_role_check CHECK (role IN ('decision_maker', 'influencer', 'user'));
  ALTER TABLE consent ADD CONSTRAINT consent_purpose_check CHECK (purpose IN ('survey', 'marketing', 'reward'));
  ALTER TABLE consent ADD CONSTRAINT consent_state_check CHECK (state IN ('granted', 'declined', 'withdrawn'));
  ALTER TABLE product_type ADD CONSTRAINT product_type_billed_as_check CHECK (billed_as IN ('contract', 'order'));
  ALTER TABLE contract_term ADD CONSTRAINT contract_term_decided_by_check CHECK (decided_by IN ('signature', 'automatic'));
  ALTER TABLE renewal_negotiation ADD CONSTRAINT renewal_negotiation_outcome_check CHECK (outcome IN ('open', 'won', 'lost'));
  ALTER TABLE manager_call ADD CONSTRAINT manager_call_call_check CHECK (call IN ('safe', 'unsure', 'at_risk'));
  ALTER TABLE purchase ADD CONSTRAINT purchase_chosen_by_check CHECK (chosen_by IN ('active', 'automatic'));
  ALTER TABLE purchase ADD CONSTRAINT purchase_automatic_kind_check CHECK (automatic_kind IN ('auto_renewal', 'replenishment', 'standing_order'));
  ALTER TABLE churn_event ADD CONSTRAINT churn_event_kind_check CHECK (kind IN ('contract_lost', 'account_lost', 'shrunk', 'won_back'));
  ALTER TABLE touch ADD CONSTRAINT touch_kind_check CHECK (kind IN ('call', 'meeting', 'visit', 'email', 'note'));
  ALTER TABLE touchpoint ADD CONSTRAINT touchpoint_kind_check CHECK (kind IN ('customer', 'audit'));
  ALTER TABLE survey ADD CONSTRAINT survey_question_check CHECK (question IN ('nps', 'csat', 'relative_advantage', 'switching', 'ease', 'custom'));
  ALTER TABLE survey ADD CONSTRAINT survey_scope_check CHECK (scope IN ('relationship', 'touchpoint'));
  ALTER TABLE wave ADD CONSTRAINT wave_state_check CHECK (state IN ('draft', 'sending', 'paused', 'sent', 'closed'));
  ALTER TABLE response_event ADD CONSTRAINT response_event_class_check CHECK (class IN ('confirmed', 'provisional', 'held'));
  ALTER TABLE response_event ADD CONSTRAINT response_event_scope_check CHECK (scope IN ('relationship', 'touchpoint'));
  ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_state_check CHECK (state IN ('pending', 'claimed', 'handed', 'sent', 'bounced', 'suppressed', 'skipped', 'uncertain', 'failed'));
  ALTER TABLE suppression ADD CONSTRAINT suppression_reason_check CHECK (reason IN ('hard_bounce', 'complaint', 'opt_out', 'erasure'));
  ALTER TABLE suppression ADD CONSTRAINT suppression_purpose_check CHECK (purpose IN ('survey', 'marketing', 'all'));
  ALTER TABLE wallet_estimate ADD CONSTRAINT wallet_estimate_provenance_check CHECK (provenance IN ('asked', 'estimated', 'modelled'));
  ALTER TABLE import_batch ADD CONSTRAINT import_batch_state_check CHECK (state IN ('uploading', 'ready', 'queued', 'running', 'done', 'failed', 'undone'));
  ALTER TABLE user_workspace ADD CONSTRAINT user_workspace_role_check CHECK (role IN ('admin', 'account_manager', 'viewer'));
  ALTER TABLE member_invitation ADD CONSTRAINT member_invitation_role_check CHECK (role IN ('admin', 'account_manager', 'viewer'));
  ALTER TABLE account_month ADD CONSTRAINT account_month_state_check CHECK (state IN ('loyal', 'passive', 'latent', 'leaving', 'not_known'));
  ALTER TABLE contract_term ADD CONSTRAINT contract_term_order_check CHECK (ends_on IS NULL OR ends_on > starts_on);
  ALTER TABLE contract_term ADD CONSTRAINT contract_term_value_check CHECK (recurring_minor >= 0);
  ALTER TABLE contract ADD CONSTRAINT contract_notice_check CHECK (notice_days >= 0);
  ALTER TABLE product_type ADD CONSTRAINT product_type_margin_check CHECK (margin_ratio BETWEEN -1 AND 1);
  ALTER TABLE wallet_estimate ADD CONSTRAINT wallet_estimate_range_check CHECK (yearly_low_minor >= 0 AND yearly_high_minor >= yearly_low_minor);
  ALTER TABLE account_month ADD CONSTRAINT account_month_scores_check CHECK (behaviour BETWEEN 0 AND 1 AND attitude BETWEEN 0 AND 1);
END $$;

-- The plain role the app and the worker run as; migrations run as the owner.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'holdfast_app') THEN
    CREATE ROLE holdfast_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'holdfast_app', 'USAGE') OR current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE format('GRANT holdfast_app TO %I', current_user);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO holdfast_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO holdfast_app', current_schema());
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO holdfast_app', current_schema());
  REVOKE UPDATE, DELETE ON audit_entry FROM holdfast_app;
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM holdfast_app;
END $$;

-- Names the tenant for the rest of the transaction. SET LOCAL, not set_config: only SET LOCAL
-- travels to the workers of a distributed database.
CREATE FUNCTION set_workspace(workspace uuid) RETURNS void LANGUAGE plpgsql AS $f$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    SET LOCAL citus.propagate_set_commands = 'local';
  END IF;
  EXECUTE format('SET LOCAL app.workspace = %L', workspace);
END $f$;

-- Forced row-level security: without a tenant named there are no rows, for the owner too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'employee', 'member_invitation', 'account', 'contact', 'consent', 'erasure_request',
    'product_type', 'contract', 'contract_term', 'renewal_negotiation', 'manager_call', 'purchase',
    'churn_event', 'complaint', 'promise', 'touch', 'touchpoint', 'survey',
    'wave', 'invitation', 'invitation_visit', 'response_event', 'mail_outbox', 'suppression',
    'segment', 'wallet_estimate', 'target', 'baseline', 'case_file', 'setting_version',
    'import_batch', 'import_chunk', 'import_rejection', 'api_key', 'audit_entry', 'account_month',
    'account_order_day', 'facts_change', 'facts_state'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      $p$CREATE POLICY workspace_isolation ON %I
         USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
         WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)$p$, t);
  END LOOP;
END $$;
