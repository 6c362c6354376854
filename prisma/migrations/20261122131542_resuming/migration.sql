DO $$ BEGIN
  ALTER TABLE "wave" ADD COLUMN     "resumed_at" TIMESTAMPTZ(3);
  -- Undoing a refusal gives no consent: who never gave any is as before.
  ALTER TABLE consent DROP CONSTRAINT consent_state_check;
  ALTER TABLE consent ADD CONSTRAINT consent_state_check CHECK (state IN ('granted', 'declined', 'withdrawn', 'unset'));
END $$;
