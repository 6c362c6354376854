DO $$ BEGIN
  ALTER TABLE "touchpoint_audit" ALTER COLUMN "recorded_by_id" DROP NOT NULL;
END $$;
