-- When a colleague last looked at the portfolio, whether a mail with the worklist comes on Mondays, and
-- thanks as a kind of contact.
CREATE TABLE "portfolio_visit" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "visited_at" TIMESTAMPTZ(3) NOT NULL,
    "since_at" TIMESTAMPTZ(3),

    CONSTRAINT "portfolio_visit_pkey" PRIMARY KEY ("workspace_id","user_id")
);

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') THEN
    PERFORM create_distributed_table('portfolio_visit', 'workspace_id', colocate_with => 'account');
  END IF;
END $$;

DO $$
BEGIN
  ALTER TABLE "employee" ADD COLUMN "monday_mail" BOOLEAN NOT NULL DEFAULT true;
  ALTER TABLE "employee" ADD COLUMN "monday_mailed_on" DATE;
END $$;

DO $$
BEGIN
  ALTER TABLE touch DROP CONSTRAINT touch_kind_check;
  ALTER TABLE touch ADD CONSTRAINT touch_kind_check CHECK (kind IN ('call', 'meeting', 'visit', 'email', 'note', 'thanks'));
END $$;

DO $$ BEGIN
  -- Forced row-level security, as for every tenant's table.
  ALTER TABLE portfolio_visit ENABLE ROW LEVEL SECURITY;
  ALTER TABLE portfolio_visit FORCE ROW LEVEL SECURITY;
  CREATE POLICY workspace_isolation ON portfolio_visit
    USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
END $$;
