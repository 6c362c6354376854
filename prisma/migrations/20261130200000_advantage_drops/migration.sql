-- The drop as it was told, for the inbox, and who saw to it.
DO $$
BEGIN
  ALTER TABLE "advantage_watch" ADD COLUMN "dropped" JSONB;
  ALTER TABLE "advantage_watch" ADD COLUMN "handled_at" TIMESTAMPTZ(3);
  ALTER TABLE "advantage_watch" ADD COLUMN "handled_by_id" UUID;
END $$;
