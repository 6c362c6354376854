DO $$ BEGIN
  -- What stood at stake at a month's close, and what a later close proves to be left of it: from these
  -- the loss shares are learned.
  ALTER TABLE "account_month" ADD COLUMN     "proven_ratio" DOUBLE PRECISION,
  ADD COLUMN     "running_minor" BIGINT;
END $$;
